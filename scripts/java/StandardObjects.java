import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;

/** The standard objects as Java classes: one public field per field and relationship. */
final class StandardObjects {
    private static final String FOLDER = "com/nawforce/runforce/SObjects/";
    private static final String SUFFIX = ".class";

    private final Map<String, String> names = new HashMap<>();

    StandardObjects(JarFile jar) {
        jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(FOLDER) && name.endsWith(SUFFIX))
                .map(name -> name.substring(FOLDER.length(), name.length() - SUFFIX.length()))
                .forEach(name -> names.put(Plan.lower(name), name));
    }

    /** The name as Salesforce writes it; null if there is no such object. */
    String find(String name) {
        return names.get(Plan.lower(name));
    }

    Field[] fields(String name) {
        try {
            String className = (FOLDER + name).replace('/', '.');
            return Class.forName(className, false, StandardObjects.class.getClassLoader()).getFields();
        } catch (ClassNotFoundException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Whether a field is a relationship; addresses and locations are objects only in Java. */
    static boolean isRelationship(Field field) {
        Class<?> type = element(field);
        return type.getName().startsWith(FOLDER.replace('/', '.')) && !type.getSimpleName().matches("Address|Location");
    }

    /** Whether a field is only there for Java. */
    static boolean isInternal(Field field) {
        return element(field).getName().contains(".Internal.");
    }

    static Class<?> element(Field field) {
        return field.getType().isArray() ? field.getType().getComponentType() : field.getType();
    }
}
