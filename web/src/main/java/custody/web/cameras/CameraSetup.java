package custody.web.cameras;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Wires this package for a node that has cameras; it needs {@link custody.video.camera.Cameras}, {@link
 * custody.video.health.CameraConditions}, {@link custody.video.camera.CameraAddresses} and {@link
 * custody.video.recorder.CameraTrials}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {"custody.web.cameras", "custody.web.api.cameras"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CameraSetup {}
