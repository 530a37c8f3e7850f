import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Platform types that the stubs leave out altogether, taken from the types of apex-ls: enums, exceptions and
 * interfaces or classes that are only a mark. Others would need their methods translated and stay out.
 */
final class SecondSource {
    private static final String FOLDER = "com/nawforce/runforce/";
    private static final String SUFFIX = ".class";

    private final Map<String, String> names = new HashMap<>();

    SecondSource(JarFile jar) {
        jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(FOLDER) && name.endsWith(SUFFIX))
                .map(name -> name.substring(FOLDER.length(), name.length() - SUFFIX.length()))
                .filter(name -> name.matches("\\w+/\\w+")).forEach(name -> names.put(Plan.lower(name), name));
    }

    /** "System/RoundingMode" for "system/roundingmode"; null if it is not there or can't be declared. */
    String find(String key) {
        String name = names.get(key);
        return name == null || declare(name) == null ? null : name;
    }

    /** The declaration in Apex. */
    String declare(String name) {
        Class<?> type = load(name);
        String simple = name.substring(name.indexOf('/') + 1);
        if (type.isEnum()) return "global enum " + simple + " { " + constants(type) + " }";
        if (simple.endsWith("Exception")) return "global class " + simple + " extends Exception {}";
        boolean isMark = Arrays.stream(type.getDeclaredMethods()).allMatch(method -> method.getName().contains("$"));
        return isMark ? "global " + (type.isInterface() ? "interface " : "class ") + simple + " {}" : null;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> field.isEnumConstant()).map(field -> field.getName())
                .collect(Collectors.joining(", "));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName((FOLDER + name).replace('/', '.'), false, SecondSource.class.getClassLoader());
        } catch (ClassNotFoundException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
