import assert from 'node:assert/strict';
import test from 'node:test';
import type { IrExpression } from '../../src/ir/ir.ts';
import { describe } from '../../src/types/make.ts';
import { expressionOf } from './harness.ts';
import { OTHERS } from './others.ts';

const MEMBERS = `
  Integer count; static Integer total; Animal animal; List<Integer> numbers;
  Main self(Integer n) { return this; } static void reset(Decimal d) {}
  class Sorter implements Comparable { public Integer compareTo(Object other) { return 0; } }
`;

/** A tree in brackets: what kind of node, what it names, its type where that is not plain. */
function print(node: IrExpression): string {
  switch (node.kind) {
    case 'local':
      return node.local.name.startsWith('_$') ? 'it' : node.local.name;
    case 'this':
      return 'this';
    case 'literal':
      return String(node.value);
    case 'field':
      return `${print(node.target)}.${node.field.name}`;
    case 'staticField':
      return `${node.field.owner.name}::${node.field.name}`;
    case 'enumConstant':
      return `${node.symbol.name}::${node.name}`;
    case 'platformProperty':
      return `${node.target ? print(node.target) : node.symbol.name}.${node.name}`;
    case 'recordField':
      return `${print(node.target)}[${node.object}.${node.name}]`;
    case 'recordParent':
      return `${print(node.target)}[parent ${node.object}.${node.relationship}]`;
    case 'recordChildren':
      return `${print(node.target)}[children ${node.object}.${node.relationship}]`;
    case 'element':
      return `${print(node.target)}[${print(node.index)}]`;
    case 'safe':
      return `(${print(node.target)} ? ${print(node.then)})`;
    case 'convert':
      return `${node.conversion.to}(${print(node.operand)})`;
    case 'cast':
      return `<${describe(node.type)}>${print(node.operand)}`;
    case 'call':
      return `${print(node.target)}.${node.method.name}(${list(node.arguments)})`;
    case 'staticCall':
      return `${node.method.owner.name}::${node.method.name}(${list(node.arguments)})`;
    case 'platformCall':
      return `${node.target ? print(node.target) : node.method.owner.name}!${node.method.name}(${list(node.arguments)})`;
    case 'new':
      return `new ${describe(node.type)}${node.method ? '' : ' by default'}(${list(node.arguments)})`;
    case 'newRecord':
      return `new ${node.object}(${node.fields.map((each) => `${each.kind} ${each.name}: ${print(each.value)}`).join(', ')})`;
    case 'newElements':
      return `${describe(node.type)}{${list(node.elements)}}`;
    case 'newMap':
      return `${describe(node.type)}{${node.entries.map((each) => `${print(each.key)}: ${print(each.value)}`).join(', ')}}`;
    case 'soql':
      return `${node.shape} ${describe(node.type)} as ${node.access} with (${list(node.binds)})`;
    case 'objectToken':
      return `token ${node.object}`;
    case 'fieldToken':
      return `token ${node.object}.${node.field}`;
    case 'objectDescribe':
      return `describe ${node.object}`;
    case 'fieldDescribe':
      return `describe ${node.object}.${node.field}`;
    case 'classLiteral':
      return `class ${describe(node.of)}`;
    case 'triggerVariable':
      return `trigger ${node.name}: ${describe(node.type)}`;
    case 'label':
      return `label ${node.namespace}.${node.name}`;
    default:
      return node.kind;
  }
}

function list(nodes: readonly IrExpression[]): string {
  return nodes.map(print).join(', ');
}

const TREES: readonly (readonly [body: string, tree: string])[] = [
  ['Object o = COUNT;', 'this.count'],
  ['Object o = Total;', 'Main::total'],
  ['Integer count = 1; Object o = count;', 'count'],
  ['Integer animal = 1; Object o = ANIMAL;', 'animal'],
  ['Animal animal; Object o = Animal.LEGS;', 'Animal::LEGS'],
  ['Account account; Object o = Account.Name;', 'account[Account.Name]'],
  ['Account account; Object o = Account.SObjectType;', 'token Account'],
  ['Object o = Animal.Season.winter;', 'Season::WINTER'],
  ['Object o = RestContext.request.headers;', 'RestContext.request.headers'],
  // conversions and overloads
  ['reset(1);', 'Main::reset(Decimal(1))'],
  ['Main.reset(1.5);', 'Main::reset(1.5)'],
  ['self(1).self(2);', 'this.self(1).self(2)'],
  ["'abc'.substring(1);", 'abc!substring(1)'],
  ['Object o = String.valueOf(1);', 'String!valueOf(1)'],
  ['new Sorter().compareTo(null);', 'new Main.Sorter by default().compareTo(null)'],
  ['Comparable c; c.compareTo(1);', 'c.compareTo(1)'],
  ['numbers.add(count);', 'this.numbers!add(this.count)'],
  ['Object o = numbers[count];', 'this.numbers[this.count]'],
  // a type's own methods get the type first
  ["Object o = Animal.Season.valueOf('x');", 'Enum!valueOf(class Animal.Season, x)'],
  ['Object o = Settings__c.getInstance();', 'SObject!getInstance(token Settings__c)'],
  ['Object o = Account.getSObjectType();', 'token Account'],
  // safe navigation
  ['Object o = animal?.name;', '(this.animal ? it.name)'],
  ['Object o = animal?.parent.parent;', '(this.animal ? it.parent.parent)'],
  ['Object o = animal?.getParent()?.name.length();', '(this.animal ? (it.getParent() ? it.name!length()))'],
  ['Object o = (animal?.parent).parent;', '(this.animal ? it.parent).parent'],
  ['Object o = self(1)?.numbers[0];', '(this.self(1) ? it.numbers[0])'],
  // records
  [
    'Contact c; Object o = c.account.OWNER.name;',
    'c[parent Contact.Account][parent Account.Owner][User.Name]',
  ],
  ['Account a; Object o = a.invoices__r;', 'a[children Account.Invoices__r]'],
  ['SObject s; Object o = s.ID;', 's[SObject.Id]'],
  ["Account a; a.name.addError('x');", 'a!addError(token Account.Name, x)'],
  [
    'new Invoice__c(amount__c = 5, account__r = new Account());',
    'new Invoice__c(field Amount__c: Decimal(5), parent Account__r: new Account())',
  ],
  // tokens
  ['Object o = Account.name;', 'token Account.Name'],
  ['Object o = SObjectType.account;', 'describe Account'],
  ['Object o = Schema.SObjectType.Account.FIELDS.name;', 'describe Account.Name'],
  ['Object o = Account.SObjectType.fields.name;', 'token Account.Name'],
  ['Object o = Label.greeting;', 'label .Greeting'],
  ['Object o = Trigger.NEWMAP;', 'trigger newmap: Map<Id,SObject>'],
  ['Object o = Map<Id, Account>.class;', 'class Map<Id,Account>'],
  // new
  ['new Plain();', 'new Plain by default()'],
  ["new OwnException('x');", 'new OwnException(x)'],
  ['Object o = new List<Decimal>{ 1, null };', 'List<Decimal>{Decimal(1), null}'],
  ['Object o = new Map<String, Long>{};', 'Map<String,Long>{}'],
  ['Object o = new Map<Object, Long>{ 1 => 2 };', 'Map<Object,Long>{1: Long(2)}'],
  // queries
  ['Object o = [SELECT Id FROM Account];', 'list List<Account> as system with ()'],
  [
    'Account a = [SELECT Id FROM Account WHERE Id = :animal.name AND Name = :animal.tag];',
    'single Account as system with (this.animal.name, this.animal.tag)',
  ],
  ['SObject s = [SELECT Id FROM Account WITH USER_MODE];', 'single Account as user with ()'],
  ['Object o = [SELECT COUNT() FROM Account];', 'count Integer as system with ()'],
  ['Object o = [SELECT Name FROM Account].Name;', 'single Account as system with ()[Account.Name]'],
  ['Object o = [SELECT Id FROM Account][0].Name;', 'list List<Account> as system with ()[0][Account.Name]'],
  ['AggregateResult r = [SELECT COUNT(Id) FROM Account];', 'single AggregateResult as system with ()'],
  [
    'new Animal().takesRecord([SELECT Id FROM Account]);',
    'new Animal().takesRecord(single Account as system with ())',
  ],
  [
    'new Animal().takesRecords([SELECT Id FROM Account]);',
    'new Animal().takesRecords(list List<Account> as system with ())',
  ],
];

for (const [body, tree] of TREES) {
  test(`${body} is ${tree}`, () => assert.equal(print(expressionOf(body, MEMBERS, OTHERS)), tree));
}
