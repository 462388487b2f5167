package custody.node.wiring;

import custody.web.WebConfiguration;
import custody.web.cameras.CameraSetup;
import custody.web.video.CameraScreens;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The Spring side of a node: pages and API. Everything they call is given to it as beans, opened before and closed after. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({WebConfiguration.class, CameraSetup.class, CameraScreens.class})
class NodeApplication {}
