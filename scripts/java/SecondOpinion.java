import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.services.exception.CompilationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Compiles Apex with the front end of Salesforce's own editor extension, up to validation, and prints its messages.
 *
 * <p>Arguments: the compiler's jar, the jar of the standard objects, that of the other
 * types of the platform, the folder of our own stubs, and a plan (see Plan). Output: one line per message: path, line, column, text, separated by tabs; at the end the number of
 * compiled sources, so that the caller can tell silence from nothing done.
 */
public final class SecondOpinion {
    /** The platform declares this interface with a type argument, its stub without. */
    private static final Pattern BATCHABLE =
            Pattern.compile("(Database\\.Batchable)(<[\\w.]+>)", Pattern.CASE_INSENSITIVE);

    public static void main(String[] args) throws IOException {
        Logger.getLogger("apex").setLevel(Level.WARNING);
        Plan plan = Plan.read(Path.of(args[4]));
        SecondSource second = new SecondSource(new JarFile(args[2]));
        Stubs stubs = new Stubs(new JarFile(args[0]), Path.of(args[3]), second);
        Platform platform = new Platform(plan, stubs, new StandardObjects(new JarFile(args[1])));
        ApexCompiler compiler = ApexCompiler.builder().setInput(input(plan, platform)).build();
        compiler.compile(CompilerStage.VALIDATE);
        for (CodeUnit unit : compiler.getCodeUnits()) print(unit);
        System.out.println("compiled\t" + plan.sources.size());
    }

    private static CompilationInput input(Plan plan, Platform platform) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (String path : plan.sources) {
            String body = withoutArguments(Files.readString(Path.of(path)));
            sources.add(SourceFile.builder().setBody(body).setKnownName(path).setNamespace(plan.namespace).build());
        }
        return new CompilationInput(sources, platform, new TestAccessEvaluator(), new TestQueryValidators.Noop(), null,
                NoopCompilerProgressCallback.get());
    }

    /** Blanks instead of the argument keep all places right. */
    private static String withoutArguments(String body) {
        return BATCHABLE.matcher(body).replaceAll(match -> match.group(1) + " ".repeat(match.group(2).length()));
    }

    private static void print(CodeUnit unit) {
        String path = unit.getSourceFile().getKnownName();
        if (Stubs.isStub(path)) return;
        for (CompilationException error : unit.getErrors().get()) {
            String text = String.valueOf(error.getError()).replaceAll("\\s+", " ");
            String line = String.valueOf(error.getLoc().getLine());
            System.out.println(String.join("\t", path, line, String.valueOf(error.getLoc().getColumn()), text));
        }
    }

    private SecondOpinion() {}
}
