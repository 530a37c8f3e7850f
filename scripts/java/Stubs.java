import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The declarations of the platform's classes: Salesforce's own, out of the compiler's jar, ours over them, and what
 * both leave out from a second source.
 */
final class Stubs {
    private static final String FOLDER = "StandardApexLibrary/";
    private static final String SUFFIX = ".cls";
    /** The stubs of exceptions do not say what they extend. */
    private static final Pattern EXCEPTION = Pattern.compile("(class \\w+Exception) *\\{");

    private final JarFile jar;
    private final Path own;
    private final SecondSource second;
    private final Map<String, String> names = new HashMap<>();

    Stubs(JarFile jar, Path own, SecondSource second) throws IOException {
        this.jar = jar;
        this.second = second;
        this.own = own;
        jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(FOLDER) && name.endsWith(SUFFIX))
                .forEach(name -> add(name.substring(FOLDER.length())));
        try (Stream<Path> files = Files.walk(own)) {
            files.map(file -> own.relativize(file).toString().replace('\\', '/')).filter(name -> name.endsWith(SUFFIX))
                    .forEach(this::add);
        }
    }

    static boolean isStub(String knownName) {
        return knownName.startsWith(FOLDER);
    }

    /** The name of a stub, e.g. "System/Http.cls", for "system/http"; null if there is none. */
    String find(String key) {
        String name = names.get(key);
        if (name != null) return name;
        String other = second.find(key);
        return other == null ? null : other + SUFFIX;
    }

    String knownName(String stub) {
        return FOLDER + stub;
    }

    String read(String stub) {
        try {
            Path overlay = own.resolve(stub);
            if (Files.exists(overlay)) return Files.readString(overlay);
            ZipEntry entry = jar.getEntry(FOLDER + stub);
            if (entry == null) return second.declare(stub.substring(0, stub.length() - SUFFIX.length()));
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            String body = new String(bytes, StandardCharsets.UTF_8);
            return EXCEPTION.matcher(body).replaceFirst("$1 extends Exception {");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void add(String name) {
        names.put(Plan.lower(name.substring(0, name.length() - SUFFIX.length())), name);
    }
}
