package io.astrionix.musicmuse.shared;

import java.nio.file.Path;

/** Where a file belongs whose path in a setting is not absolute. */
final class ServerFiles {

    private ServerFiles() {}

    /** Below the data folder of WildFly or the domain folder of Payara, unless absolute. */
    static Path resolve(String path) {
        var wildfly = System.getProperty("jboss.server.data.dir");
        var payara = System.getProperty("com.sun.aas.instanceRoot");
        return Path.of(wildfly != null ? wildfly : payara != null ? payara : "").resolve(path);
    }
}
