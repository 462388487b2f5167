package custody.web.session;

import custody.record.access.Access;
import custody.record.access.Action;
import custody.record.access.Relation;
import custody.record.desk.Accounts;
import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The outer door. Nothing is open that is not listed; behind it every endpoint still names the action it needs, see
 * {@link Door}.
 */
@Configuration
class SecurityConfiguration {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; media-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; "
                    + "base-uri 'none'";

    /** Programs: no session, no cookie, hence no forged form; a token on each request. */
    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, Accounts accounts, InstantSource clock, Rates rates) {
        return headers(http)
                .securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(new Bearer(accounts, clock, rates), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Whoever collects figures: the token of somebody who may see the technical state; health alone is open. */
    @Bean
    @Order(1)
    SecurityFilterChain metersDoor(
            HttpSecurity http, Accounts accounts, Officers officers, InstantSource clock, Rates rates) {
        return headers(http)
                .securityMatcher("/actuator/prometheus")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(new Bearer(accounts, clock, rates), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(SecurityConfiguration::tokenNeeded)
                        .accessDeniedHandler((_, response, _) -> response.sendError(HttpStatus.FORBIDDEN.value())))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, _) -> new AuthorizationDecision(maySeeTheTechnicalState(who.get(), officers))))
                .build();
    }

    private static boolean maySeeTheTechnicalState(@Nullable Authentication who, Officers officers) {
        return who != null
                && who.getPrincipal() instanceof Badge badge
                && officers.find(badge)
                        .filter(Officer::active)
                        .filter(officer -> Access.decide(
                                        officer,
                                        Action.General.READ_TECHNICAL_STATE,
                                        Relation.to(officer.facility(), officer, FacilityCode::equals))
                                instanceof Access.Permitted)
                        .isPresent();
    }

    private static void tokenNeeded(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    /** What anybody's program may read without being known: no session, hence no form that could be forged. */
    @Bean
    @Order(1)
    SecurityFilterChain openDoor(HttpSecurity http) {
        return headers(http)
                .securityMatcher("/ledger/**", "/v3/**", "/actuator/health/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * What a header or the name of a parameter may hold is judged where it is read, and answered by name; the server has
     * refused what could break a header in two. The firewall would throw at the first look, in the midst of an endpoint.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /** People: a session, a form token, and the sign-in page for whoever is not known. */
    @Bean
    @Order(2)
    SecurityFilterChain pagesDoor(
            HttpSecurity http, InstantSource clock, SessionEnds ends, AccessDeniedHandler expired) {
        return headers(http)
                .addFilterBefore(new Idle(clock, ends), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in"))
                                .accessDeniedHandler(expired))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in",
                                        "/first-start",
                                        "/language",
                                        "/help",
                                        "/error",
                                        "/assets/**",
                                        "/favicon.ico",
                                        "/problems/*")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /** Nobody signs in through the framework's own account store. */
    @Bean
    UserDetailsService nobodyByName() {
        return new InMemoryUserDetailsManager();
    }

    /** A form whose token is gone: the session ended, or the form came from elsewhere. */
    @Bean
    AccessDeniedHandler expiredForm() {
        return (request, response, refused) -> response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resources -> resources.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                        .CrossOriginResourcePolicy.SAME_ORIGIN)))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .anonymous(nobody -> {});
    }
}
