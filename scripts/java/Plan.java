import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is to be compiled, and what the project adds to the platform. A file of lines, parts separated by tabs:
 *
 * <pre>
 * N namespace                    S path                          L label
 * O object kind                  T name in Schema.SObjectType    F object field type
 * P object relationship object   C object relationship object
 * </pre>
 */
final class Plan {
    /** An object of the project, or what the project adds to a standard one. */
    static final class Shape {
        final String name;
        String kind = "object";
        final Map<String, String> fields = new LinkedHashMap<>();
        final Map<String, String> parents = new LinkedHashMap<>();
        final Map<String, String> children = new LinkedHashMap<>();

        Shape(String name) {
            this.name = name;
        }
    }

    Namespace namespace = Namespaces.EMPTY;
    final List<String> sources = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final Set<String> labels = new HashSet<>();
    private final Map<String, Shape> objects = new HashMap<>();

    static Plan read(Path file) throws IOException {
        Plan plan = new Plan();
        for (String line : Files.readAllLines(file)) plan.add(line.split("\t"));
        return plan;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Null if the project says nothing of it. */
    Shape object(String name) {
        return objects.get(lower(name));
    }

    /** A name without our own namespace, in lower case. */
    String plain(String name) {
        String prefix = namespace.getNameLower() + "__";
        String key = lower(name);
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    private void add(String[] part) {
        switch (part[0]) {
            case "N": namespace = Namespaces.create(part[1]); break;
            case "S": sources.add(part[1]); break;
            case "L": labels.add(lower(part[1])); break;
            case "T": tokens.add(part[1]); break;
            case "O": shape(part[1]).kind = part[2]; break;
            case "F": shape(part[1]).fields.put(part[2], part[3]); break;
            case "P": shape(part[1]).parents.put(part[2], part[3]); break;
            case "C": shape(part[1]).children.put(part[2], part[3]); break;
            default: throw new IllegalArgumentException("Unknown line in the plan: " + part[0]);
        }
    }

    private Shape shape(String name) {
        return objects.computeIfAbsent(lower(name), key -> new Shape(name));
    }
}
