/** Classes that the snippets use. */
export const OTHERS: readonly string[] = [
  `public virtual class Animal {
    public enum Season { SPRING, SUMMER, WINTER }
    public static final Integer LEGS = 4;
    public static Integer count = 0;
    public String name;
    public final String tag = 'x';
    private Integer secret = 1;
    @TestVisible private Integer visibleInTests = 1;
    protected Integer inherited = 2;
    public Integer age { get; private set; }
    public Integer fixed { get { return 1; } }
    public Integer writeOnly { set { secret = value; } }
    public Animal parent;
    public Animal() {}
    public Animal(String name) { this.name = name; }
    private Animal(Integer secret) { this.secret = secret; }
    public virtual String speak() { return 'x'; }
    public virtual String speak(Integer times) { return 'x'; }
    public Animal getParent() { return parent; }
    public static Animal make(String name) { return new Animal(name); }
    public void both(Long a, Integer b) {}
    public void both(Integer a, Long b) {}
    public void takesRecord(Account record) {}
    public void takesRecords(List<Account> records) {}
    public void takesDecimal(Decimal amount) {}
    private void hidden() {}
    public class Inner { public Integer x; }
    private class Hidden { public Integer x; }
  }`,
  `public abstract class Shape { public abstract Integer area(); public Shape(Integer n) {} }`,
  `public interface Named { String getName(); }`,
  `public class Plain { public Integer x; }`,
  `public class OwnException extends Exception {}`,
];
