import assert from 'node:assert/strict';
import test from 'node:test';
import { checkBodyText } from './harness.ts';
import { OTHERS } from './others.ts';

const MEMBERS = `
  String text; static Integer total; Integer size { get; set; }
  static Integer twice(Integer n) { return n * 2; }
  Main self() { return this; }
  class Part { Integer n; Integer useOuter() { return twice(total); } }
`;

const RIGHT: readonly string[] = [
  // names
  "text = 'a'; TEXT = this.text; total = 1; Main.total = MAIN.TOTAL + 1; this.size = size;",
  "Animal animal = new Animal('x'); animal.name = 'y'; String n = animal.parent.parent.name.toLowerCase();",
  'Integer legs = Animal.LEGS; Animal.count += 1; Animal.count++; Integer e = legs;',
  'Animal.Season s = Animal.Season.WINTER; Animal.Season t = animal.season.winter; String n = s.name(); Integer o = s.ordinal();',
  "List<Animal.Season> all = Animal.Season.values(); Animal.Season v = Animal.Season.valueOf('SPRING');",
  'Animal.Inner nested = new Animal.Inner(); nested.x = 1; Part part = new Part(); part.n = part.useOuter();',
  'RoundingMode mode = RoundingMode.HALF_UP; System.RoundingMode other = System.RoundingMode.half_down;',
  'StatusCode code = StatusCode.DUPLICATE_VALUE; Object c = System.StatusCode.REQUIRED_FIELD_MISSING;',
  'RestRequest request = RestContext.request; RestContext.response = new RestResponse(); RestContext.response.statusCode = 200;',
  // a variable and a type of one name
  "Animal.Season season = Animal.Season.SPRING; Animal animal = new Animal(); Object a = Animal.Season.WINTER; Object b = animal.name; Object c = Animal.LEGS; animal = Animal.make('x');",
  'Account account = new Account(); Object t = Account.SObjectType; Object n = Account.Name;',
  // calls
  'self().self().text.length(); this.self(); twice(twice(1)); Main.twice(1); String.valueOf(1).length();',
  "System.debug('x'); System.debug(LoggingLevel.ERROR, 1); System.assertEquals(1, 2, 'x'); Datetime d = System.now();",
  'Database.SaveResult[] results = Database.insert(new List<Account>(), false); Boolean ok = results[0].isSuccess();',
  'Animal a = Animal.make(null); a.takesDecimal(1); a.takesRecord([SELECT Id FROM Account LIMIT 1]); a.takesRecords([SELECT Id FROM Account]);',
  'Object o = 1; String s = o.toString(); Boolean b = o.equals(2); Integer h = a_().hashCode();'.replace(
    'a_()',
    'self()',
  ),
  "try { throw new OwnException('x'); } catch (OwnException e) { String m = e.getMessage(); Exception c = e.getCause(); }",
  "Exception e = new OwnException('x', new OwnException()); Exception f = new OwnException(e); throw f;",
  "Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage(); mail.setSubject('x');",
  "Type t = Animal.class; Object made = t.newInstance(); Type u = List<String>.class; Type v = Type.forName('Animal');",
  'List<Integer> numbers = new List<Integer>{ 1, 2 }; numbers[0] = numbers[1]; numbers.sort(); numbers[0]++;',
  // safe navigation
  'Animal animal; String n = animal?.name; Integer l = animal?.getParent()?.name?.length(); String m = animal?.parent.parent.name;',
  'Account a = [SELECT Id FROM Account LIMIT 1]; String n = a?.Owner?.Name; Id i = a?.Id;',
  // records
  "Account a = new Account(Name = 'x'); a.Name = 'y'; a.Parent = a; String n = a.Parent.Parent.Name; a.ParentId = a.Id;",
  'Contact c = new Contact(); List<Contact> all = c.Account.Contacts; Integer s = c.Account.Contacts.size(); c.Account.Name = null;',
  "Invoice__c i = new Invoice__c(Amount__c = 5, Account__r = new Account(Name = 'x'), Account__c = null); Decimal d = i.double__c + i.Account__r.AnnualRevenue;",
  'Account a; for (Invoice__c i : a.Invoices__r) { i.Amount__c = 1; } String street = a.BillingAddress.getCity();',
  'Task t = new Task(); String w = t.What.Name; t.WhoId = null; User u = new User(); String o = new Account().Owner.Email;',
  "SObject s = new Account(); Id i = s.Id; Object v = s.get('Name'); s.put('Name', 'x'); s.getSObject('Owner').get('Name'); Account c = (Account) s.clone();",
  'Account a = new Account(); Account b = a.clone(); Account c = a.clone(false, true, false, false); SObjectType t = a.getSObjectType();',
  "Account a = new Account(); a.addError('x'); a.Name.addError('y');",
  // tokens
  'SObjectType t = Account.SObjectType; Schema.SObjectField f = Account.Name; String n = Account.Name.getDescribe().getName();',
  'Schema.DescribeSObjectResult d = Schema.SObjectType.Account; String l = SObjectType.Invoice__c.getLabel(); Schema.SObjectType t = Schema.Account.SObjectType;',
  'Schema.DescribeFieldResult f = Schema.SObjectType.Invoice__c.fields.Amount__c; Boolean b = SObjectType.Account.fields.Name.isAccessible();',
  'Schema.FieldSet s = Schema.SObjectType.Invoice__c.fieldSets.Short; Map<String, Schema.SObjectField> m = SObjectType.Account.fields.getMap(); Map<String, Schema.FieldSet> n = SObjectType.Account.fieldSets.getMap();',
  'Schema.SObjectField f = Account.SObjectType.fields.Name; Schema.SObjectField g = Schema.Contact.SObjectType.fields.LastName;',
  'Schema.SObjectField f = Schema.Account.Name; Object o = Account.getSObjectType(); Boolean b = Schema.SObjectType.Account.isAccessible();',
  'Settings__c s = Settings__c.getInstance(); Settings__c o = Settings__c.getOrgDefaults(); Decimal d = Settings__c.getInstance().Limit__c;',
  'String s = Label.Greeting + System.Label.greeting;',
  "if (Trigger.isInsert) { for (SObject s : Trigger.new) { s.put('Name', 'x'); } Integer n = Trigger.size; TriggerOperation o = Trigger.operationType; }",
  // new
  "Map<Id, Account> m = new Map<Id, Account>([SELECT Id FROM Account]); Map<String, Integer> n = new Map<String, Integer>{ 'a' => 1 }; Map<String, Integer> e = new Map<String, Integer>{};",
  "String[] a = new String[]{ 'a' }; Integer[] b = new Integer[5]; Set<Id> c = new Set<Id>{ '001000000000000AAA' }; List<List<String>> d = new List<List<String>>{ a }; Set<String> e = new Set<String>(a);",
  'List<Decimal> d = new List<Decimal>{ 1, 2.5, null }; Plain p = new Plain(); HttpRequest r = new HttpRequest();',
  // queries
  'Id i; List<Account> a = [SELECT Id, Name FROM Account WHERE Id = :i]; Account b = [SELECT Id FROM Account WHERE Name = :text LIMIT 1]; Integer n = [SELECT COUNT() FROM Account];',
  'String s = [SELECT Name FROM Account LIMIT 1].Name; Integer n = [SELECT Id FROM Account].size(); Account a = [SELECT Id FROM Account][0];',
  "List<AggregateResult> r = [SELECT COUNT(Id) n FROM Account]; Object o = r[0].get('n'); AggregateResult one = [SELECT MAX(Name) m FROM Account];",
  'for (Account a : [SELECT Id FROM Account WITH USER_MODE]) { a.Name = null; }',
  'List<List<SObject>> found = [FIND :text RETURNING Account(Id, Name), Contact];',
];

for (const body of RIGHT) {
  test(`nothing is wrong with ${body.slice(0, 70)}`, () => {
    const { diagnostics } = checkBodyText(body, MEMBERS, OTHERS);
    const found = diagnostics.map(
      ({ code, span, message }) => `${span.line}:${span.column} ${code} ${message}`,
    );
    assert.deepEqual(found, []);
  });
}
