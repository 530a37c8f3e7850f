/** Small things wrong with the mappings of Acme, and the exact place where each is reported. */
import type { Edit } from './acme.ts';

export interface Case {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** `code file:line:column underlined text`. */
  readonly expected: readonly string[];
}

export const groups: Readonly<Record<string, readonly Case[]>> = {
  selectors: [
    {
      name: 'a misspelt property',
      edits: [
        {
          file: 'acme/customer.ts',
          from: '(c) => c.customerNumber,\n  key',
          to: '(c) => c.customerNumbr,\n  key',
        },
      ],
      expected: ['BW1101 acme/customer.ts:39:20 customerNumbr'],
    },
    {
      name: 'a misspelt property further down',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.address?.citty' }],
      expected: ['BW1101 acme/customer.ts:79:51 citty'],
    },
    {
      name: 'a misspelt property in Body',
      edits: [{ file: 'acme/endpoints.ts', from: "'buyer' | 'state'", to: "'buyr' | 'state'" }],
      expected: ["BW1101 acme/endpoints.ts:36:31 'buyr'"],
    },
    {
      name: 'a property of a text',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.note.length' }],
      expected: ['BW1101 acme/customer.ts:79:47 length'],
    },
    {
      name: 'a list without one or first',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'c.address?.city',
          to: "only(c.buyer, { type: 'company' }).contacts.address",
        },
      ],
      expected: ['BW1102 acme/customer.ts:79:84 address'],
    },
    {
      name: 'one without a list',
      edits: [
        { file: 'acme/customer.ts', from: 'c.address?.city', to: "one(c.address, { city: 'x' }).city" },
      ],
      expected: ['BW1102 acme/customer.ts:79:44 c.address'],
    },
    {
      name: 'one with an unknown property',
      edits: [
        {
          file: 'acme/customer.ts',
          from: "{ kind: 'phone', purpose: 'office' }",
          to: "{ kind: 'phone', purpse: 'office' }",
        },
      ],
      expected: ['BW1101 acme/customer.ts:69:65 purpse'],
    },
    {
      name: 'one with a value that never comes',
      edits: [
        {
          file: 'acme/customer.ts',
          from: "{ kind: 'phone', purpose: 'office' }",
          to: "{ kind: 'phone', purpose: 'ofice' }",
        },
      ],
      expected: ["BW1203 acme/customer.ts:69:74 'ofice'"],
    },
    {
      name: 'one without a choice',
      edits: [{ file: 'acme/customer.ts', from: "{ kind: 'phone', purpose: 'office' }", to: '{}' }],
      expected: ['BW1001 acme/customer.ts:69:48 {}'],
    },
    {
      name: 'first without a list',
      edits: [
        { file: 'acme/customer.ts', from: '  firstLine,\n', to: '  first,\n  firstLine,\n' },
        { file: 'acme/customer.ts', from: 'c.address?.city', to: 'first(c.address).city' },
      ],
      expected: ['BW1102 acme/customer.ts:80:46 c.address'],
    },
    {
      name: 'a union without only',
      edits: [
        {
          file: 'acme/customer.ts',
          from: "only(c.buyer, { type: 'company' })['tax-code']",
          to: 'c.buyer.legalName',
        },
      ],
      expected: ['BW1103 acme/customer.ts:68:50 legalName'],
    },
    {
      name: 'only without a union',
      edits: [
        { file: 'acme/customer.ts', from: 'c.address?.city', to: "only(c.address, { city: 'x' }).city" },
      ],
      expected: ['BW1103 acme/customer.ts:79:45 c.address'],
    },
    {
      name: 'only with an unknown member',
      edits: [
        {
          file: 'acme/customer.ts',
          from: "only(c.buyer, { type: 'company' })['tax-code']",
          to: "only(c.buyer, { type: 'compny' }).legalName",
        },
      ],
      expected: ["BW1103 acme/customer.ts:68:64 'compny'"],
    },
    {
      name: 'only by another property than the tag',
      edits: [
        {
          file: 'acme/customer.ts',
          from: "only(c.buyer, { type: 'company' })['tax-code']",
          to: "only(c.buyer, { legalName: 'x' }).legalName",
        },
      ],
      expected: ["BW1103 acme/customer.ts:68:56 { legalName: 'x' }"],
    },
    {
      name: 'a selector that ends on an object',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.address' }],
      expected: ['BW1104 acme/customer.ts:79:40 c.address'],
    },
    {
      name: 'a selector that ends on a list',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.tags' }],
      expected: ['BW1104 acme/customer.ts:79:40 c.tags'],
    },
    {
      name: 'a selector that ends on a union',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.buyer' }],
      expected: ['BW1104 acme/customer.ts:79:40 c.buyer'],
    },
    {
      name: 'a selector that selects nothing',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c' }],
      expected: ['BW1104 acme/customer.ts:79:40 c'],
    },
    {
      name: 'nested children that are no list',
      edits: [{ file: 'acme/contract.ts', from: 'c.lines, contractLine', to: 'c.title, contractLine' }],
      expected: ['BW1104 acme/contract.ts:46:26 c.title'],
    },
    {
      name: 'nested children of another type',
      edits: [{ file: 'acme/contract.ts', from: 'c.lines, contractLine', to: 'c.lines, customer' }],
      expected: ['BW1203 acme/contract.ts:46:26 c.lines'],
    },
  ],
  fields: [
    {
      name: 'an unknown standard field',
      edits: [{ file: 'acme/customer.ts', from: 'BillingCity: from', to: 'BilingCity: from' }],
      expected: ['BW1201 acme/customer.ts:79:5 BilingCity'],
    },
    {
      name: 'an unknown field of ours',
      edits: [{ file: 'acme/customer.ts', from: 'InvoiceNote__c: from', to: 'InvoicNote__c: from' }],
      expected: ['BW1201 acme/customer.ts:87:5 InvoicNote__c'],
    },
    {
      name: 'an unknown field in a condition, told once and not at its uses',
      edits: [
        {
          file: 'acme/customer.ts',
          from: '{ IsPersonAccount: notEquals(true) }',
          to: '{ IsPersnAccount: notEquals(true) }',
        },
      ],
      expected: ['BW1201 acme/customer.ts:28:25 IsPersnAccount'],
    },
    {
      name: 'an unknown field of the connection',
      edits: [{ file: 'acme/customer.ts', from: "'DefaultPlanId__c'", to: "'DefaultPlan__c'" }],
      expected: ["BW1201 acme/customer.ts:96:37 'DefaultPlan__c'"],
    },
    {
      name: 'an unknown switch of the connection',
      edits: [{ file: 'acme/customer.ts', from: "'SendsReference__c'", to: "'SendReference__c'" }],
      expected: ["BW1201 acme/customer.ts:40:72 'SendReference__c'"],
    },
    {
      name: 'an unknown column',
      edits: [
        {
          file: 'core/subscription.ts',
          from: "columns: ['NAME', 'Account__c'",
          to: "columns: ['NAME', 'Acount__c'",
        },
      ],
      expected: ["BW1201 core/subscription.ts:73:25 'Acount__c'"],
    },
    {
      name: 'an unknown field in a roll-up',
      edits: [{ file: 'core/subscription.ts', from: "field: 'Amount__c'", to: "field: 'Amont__c'" }],
      expected: ['BW1201 core/subscription.ts:56:5 Total__c'],
    },
    {
      name: 'an unknown standard object',
      edits: [
        {
          file: 'core/extra.ts',
          to: "import { standardObject } from '#language';\n\n/** The customer. */\nexport const Customer = standardObject('Acount', { added: {} });\n",
        },
      ],
      expected: ["BW1202 core/extra.ts:4:40 'Acount'"],
    },
    {
      name: 'a lookup to an unknown object',
      edits: [
        {
          file: 'core/account.ts',
          from: "lookup('BillingConnection__c'",
          to: "lookup('BilingConnection__c'",
        },
      ],
      expected: ['BW1202 core/account.ts:7:5 BillingConnection__c'],
    },
    {
      name: 'a field of a feature that is not read dynamically',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'dynamic(fromSalesforce((c) => c.currency, onceOnly))',
          to: 'fromSalesforce((c) => c.currency, onceOnly)',
        },
      ],
      expected: ['BW1204 acme/customer.ts:81:5 CurrencyIsoCode'],
    },
    {
      name: 'an ordinary field that is read dynamically',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'fromSalesforce((c) => c.tier)',
          to: 'dynamic(fromSalesforce((c) => c.tier))',
        },
      ],
      expected: ['BW1205 acme/customer.ts:84:14 dynamic'],
    },
    {
      name: 'a field without TSDoc',
      edits: [{ file: 'core/account.ts', from: '    /** Where invoices go. */\n', to: '' }],
      expected: ['BW1402 core/account.ts:15:5 InvoiceEmail__c'],
    },
    {
      name: 'an object without TSDoc',
      edits: [{ file: 'core/account.ts', from: '/** The customer. */\n', to: '' }],
      expected: ['BW1402 core/account.ts:3:14 Account'],
    },
    {
      name: 'an operation without TSDoc',
      edits: [{ file: 'acme/endpoints.ts', from: '  /** Makes a customer. */\n', to: '' }],
      expected: ['BW1402 acme/endpoints.ts:35:3 create'],
    },
  ],
  'types that do not fit': [
    {
      name: 'text into money',
      edits: [
        { file: 'acme/customer.ts', from: '(c) => c.balance, { convert: money }', to: '(c) => c.note' },
      ],
      expected: ['BW1203 acme/customer.ts:85:5 Balance__c'],
    },
    {
      name: 'text with a conversion of numbers',
      edits: [{ file: 'acme/customer.ts', from: '(c) => c.note)', to: '(c) => c.note, { convert: money })' }],
      expected: ['BW1203 acme/customer.ts:87:5 InvoiceNote__c'],
    },
    {
      name: 'a picklist without a value map',
      edits: [
        {
          file: 'acme/customer.ts',
          from: '(c) => c.state, { values: customerState, conflict',
          to: '(c) => c.state, { conflict',
        },
      ],
      expected: ['BW1203 acme/customer.ts:83:5 CustomerState__c'],
    },
    {
      name: 'a picklist that misses a value',
      edits: [{ file: 'core/account.ts', from: "values: ['basic', 'plus']", to: "values: ['basic']" }],
      expected: ['BW1203 acme/customer.ts:84:5 Tier__c'],
    },
    {
      name: 'a value map of texts on a number',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'c.balance, { convert: money }',
          to: 'c.balance, { values: customerState }',
        },
      ],
      expected: ['BW1203 acme/customer.ts:85:5 Balance__c'],
    },
    {
      name: 'a day without a conversion',
      edits: [
        {
          file: 'acme/contract.ts',
          from: '{ convert: dateInTenantZone, onCreateOnly: true }',
          to: '{ onCreateOnly: true }',
        },
      ],
      expected: ['BW1203 acme/contract.ts:38:5 StartDate__c'],
    },
    {
      name: 'a lookup without a link',
      edits: [
        {
          file: 'acme/contract.ts',
          from: "linked((c) => c.customer.id, customer, { owner: 'salesforce', onCreateOnly: true })",
          to: 'fromBilling((c) => c.customer.id)',
        },
      ],
      expected: ['BW1203 acme/contract.ts:33:5 Account__c'],
    },
    {
      name: 'a link to another object than the lookup',
      edits: [
        {
          file: 'acme/contract.ts',
          from: 'c.customer.id, customer, {',
          to: 'c.customer.id, contractLine, {',
        },
      ],
      expected: ['BW1203 acme/contract.ts:33:5 Account__c'],
    },
    {
      name: 'a link by something that is no identifier',
      edits: [
        {
          file: 'acme/contract.ts',
          from: '(c) => c.customer.id, customer, {',
          to: '(c) => c.title, customer, {',
        },
      ],
      expected: ['BW1203 acme/contract.ts:33:31 c.title'],
    },
    {
      name: 'a link to the object itself in another lookup',
      edits: [
        { file: 'acme/contract.ts', from: 'Previous__c: linkedToOwn(', to: 'Account__c: linkedToOwn(' },
      ],
      expected: ['BW1203 acme/contract.ts:35:5 Account__c'],
    },
    {
      name: 'a constant of another type',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'constant((c) => c.paymentDays, 30)',
          to: "constant((c) => c.paymentDays, '30')",
        },
      ],
      expected: ["BW1203 acme/customer.ts:92:36 '30'"],
    },
    {
      name: 'a constant that is no value of the list',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'constant((c) => c.paymentDays, 30)',
          to: "constant((c) => c.state, 'activ')",
        },
      ],
      expected: ["BW1203 acme/customer.ts:92:30 'activ'"],
    },
    {
      name: 'a default of another type',
      edits: [{ file: 'acme/customer.ts', from: "'DefaultPlanId__c'", to: "'SendsReference__c'" }],
      expected: ["BW1203 acme/customer.ts:96:37 'SendsReference__c'"],
    },
    {
      name: 'a condition with a value of another type',
      edits: [
        {
          file: 'acme/customer.ts',
          from: '{ IsPersonAccount: notEquals(true) }',
          to: "{ IsPersonAccount: notEquals('x') }",
        },
      ],
      expected: ["BW1203 acme/customer.ts:28:52 'x'"],
    },
    {
      name: 'a condition with a value that the picklist lacks',
      edits: [
        { file: 'acme/customer.ts', from: "oneOf('Active', 'Blocked')", to: "oneOf('Active', 'Blockd')" },
      ],
      expected: ["BW1203 acme/customer.ts:48:55 'Blockd'"],
    },
  ],
  references: [
    {
      name: 'an import of a file that is not there',
      edits: [{ file: 'acme/customer.ts', from: "'./selectors.ts'", to: "'./selector.ts'" }],
      expected: ["BW1301 acme/customer.ts:25:29 './selector.ts'"],
    },
    {
      name: 'an import of a name that is not there',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'import { country, customerState }',
          to: 'import { county as country, customerState }',
        },
      ],
      expected: ['BW1301 acme/customer.ts:26:10 county'],
    },
    {
      name: 'a name that is not there',
      edits: [{ file: 'acme/customer.ts', from: '{ values: country }', to: '{ values: countrys }' }],
      expected: ['BW1301 acme/customer.ts:80:73 countrys'],
    },
    {
      name: 'a reason that is not there',
      edits: [
        { file: 'acme/customer.ts', from: "XXX') }, incompleteRecord)", to: "XXX') }, incompletRecord)" },
      ],
      expected: ['BW1301 acme/customer.ts:49:75 incompletRecord'],
    },
    {
      name: 'something else than a reason',
      edits: [{ file: 'acme/customer.ts', from: "XXX') }, incompleteRecord)", to: "XXX') }, country)" }],
      expected: ['BW1301 acme/customer.ts:49:75 country'],
    },
    {
      name: 'a mapping that is not there',
      edits: [
        { file: 'acme/contract.ts', from: 'c.customer.id, customer, {', to: 'c.customer.id, custmer, {' },
      ],
      expected: ['BW1301 acme/contract.ts:33:46 custmer'],
    },
    {
      name: 'an operation that is not there',
      edits: [{ file: 'acme/customer.ts', from: "create: 'create'", to: "create: 'creat'" }],
      expected: ["BW1301 acme/customer.ts:43:11 'creat'"],
    },
    {
      name: 'an operation that is no list',
      edits: [{ file: 'acme/customer.ts', from: "operation: 'list'", to: "operation: 'read'" }],
      expected: ["BW1301 acme/customer.ts:41:22 'read'"],
    },
    {
      name: 'a query parameter that is not there',
      edits: [{ file: 'acme/customer.ts', from: "byId: 'ids'", to: "byId: 'id'" }],
      expected: ["BW1301 acme/customer.ts:41:36 'id'"],
    },
    {
      name: 'a key parameter that is not there',
      edits: [{ file: 'acme/customer.ts', from: "parameter: 'reference'", to: "parameter: 'refrence'" }],
      expected: ["BW1301 acme/customer.ts:40:51 'refrence'"],
    },
    {
      name: 'a confirmation that is not there',
      edits: [{ file: 'acme/contract.ts', from: "operation: 'end'", to: "operation: 'begin'" }],
      expected: ["BW1301 acme/contract.ts:57:16 'begin'"],
    },
    {
      name: 'a switch of a confirmation that is not there',
      edits: [{ file: 'acme/contract.ts', from: "'SendsReference__c'", to: "'SendsContracts__c'" }],
      expected: ["BW1201 acme/contract.ts:58:13 'SendsContracts__c'"],
    },
    {
      name: 'a field of the link that is not there',
      edits: [{ file: 'acme/contract.ts', from: 'Months__c: (c)', to: 'Month__c: (c)' }],
      expected: ['BW1201 acme/contract.ts:63:47 Month__c'],
    },
    {
      name: 'a property that the field of the link can not hold',
      edits: [
        { file: 'acme/contract.ts', from: 'Months__c: (c) => c.months', to: 'Months__c: (c) => c.title' },
      ],
      expected: ['BW1203 acme/contract.ts:63:47 Months__c'],
    },
    {
      name: 'a parameter of a succession that is not there',
      edits: [{ file: 'acme/contract-line.ts', from: "number: 'position'", to: "number: 'place'" }],
      expected: ["BW1301 acme/contract-line.ts:24:13 'place'"],
    },
    {
      name: 'a connection test that is not there',
      edits: [
        {
          file: 'acme/endpoints.ts',
          from: "connectionTest: 'Currency.list'",
          to: "connectionTest: 'Currency.lst'",
        },
      ],
      expected: ["BW1301 acme/endpoints.ts:100:19 'Currency.lst'"],
    },
    {
      name: 'a resource that the profile lacks',
      edits: [{ file: 'acme/endpoints.ts', from: '    Plan: plan,\n', to: '' }],
      expected: ['BW1301 acme/plan.ts:6:39 planResource'],
    },
    {
      name: 'a type that is not there',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: Pln;' }],
      expected: ['BW1301 acme/api/plan.ts:15:11 Pln'],
    },
    {
      name: 'an object that is not there',
      edits: [
        {
          file: 'core/package.ts',
          from: 'fieldsOn: [{ object: Account,',
          to: 'fieldsOn: [{ object: Acount,',
        },
      ],
      expected: ['BW1301 core/package.ts:66:24 Acount'],
    },
    {
      name: 'mappings that wait for each other',
      edits: [
        {
          file: 'core/account.ts',
          from: '    /** Where invoices go. */',
          to: "    /** What the customer bought first. */\n    First__c: lookup('Subscription__c', { label: 'First', relationship: 'FirstOf' }),\n    /** Where invoices go. */",
        },
        {
          file: 'acme/customer.ts',
          from: '    InvoiceNote__c: from',
          to: "    First__c: linked((c) => c.parent?.id, contract, { owner: 'salesforce' }),\n    InvoiceNote__c: from",
        },
        {
          file: 'acme/customer.ts',
          from: 'import { invoiceMail }',
          to: "import { contract } from './contract.ts';\nimport { invoiceMail }",
        },
        { file: 'acme/customer.ts', from: '  mapping,\n', to: '  linked,\n  mapping,\n' },
      ],
      expected: ['BW1302 acme/contract.ts:33:17 linked', 'BW1302 acme/customer.ts:89:15 linked'],
    },
  ],
  'types of the API': [
    {
      name: 'properties without a mark',
      edits: [
        { file: 'acme/api/plan.ts', from: '/** A currency. @documented A5 */', to: '/** A currency. */' },
      ],
      expected: ['BW1401 acme/api/plan.ts:14:3 code', 'BW1401 acme/api/plan.ts:15:3 title'],
    },
    {
      name: 'an inline type',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: { text: string };' }],
      expected: ['BW1403 acme/api/plan.ts:15:11 { text: string }'],
    },
    {
      name: 'an inline union',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: Plan | Currency;' }],
      expected: ['BW1403 acme/api/plan.ts:15:11 Plan | Currency'],
    },
    {
      name: 'a union without a tag',
      edits: [
        {
          file: 'acme/api/plan.ts',
          from: '  title?: string;\n}',
          to: '  title?: Both;\n}\n\n/** One or the other. */\nexport type Both = Plan | Currency;',
        },
      ],
      expected: ['BW1001 acme/api/plan.ts:19:13 Both'],
    },
    {
      name: 'a function',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: () => void;' }],
      expected: ['BW1001 acme/api/plan.ts:15:11 () => void'],
    },
    {
      name: 'a method',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title(): void;' }],
      expected: ['BW1001 acme/api/plan.ts:15:3 title(): void;'],
    },
    {
      name: 'a computed type',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: Partial<Plan>;' }],
      expected: ['BW1001 acme/api/plan.ts:15:11 Partial<Plan>'],
    },
    {
      name: 'any',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: any;' }],
      expected: ['BW1001 acme/api/plan.ts:15:11 any'],
    },
    {
      name: 'a class of the library',
      edits: [{ file: 'acme/api/plan.ts', from: '  title?: string;', to: '  title?: Date;' }],
      expected: ['BW1001 acme/api/plan.ts:15:11 Date'],
    },
    {
      name: 'a type with parameters',
      edits: [
        {
          file: 'acme/api/plan.ts',
          from: '/** A currency. @documented A5 */',
          to: '/** A box. @documented A5 */\nexport interface Box<T> {\n  content: T;\n}\n\n/** A currency. @documented A5 */',
        },
      ],
      expected: ['BW1001 acme/api/plan.ts:12:18 Box'],
    },
    {
      name: 'two types of one name',
      edits: [
        {
          file: 'acme/api/extra.ts',
          to: '/** Another plan. @inferred guessed */\nexport interface Plan {\n  code: string;\n}\n',
        },
      ],
      expected: ['BW1501 acme/api/extra.ts:2:18 Plan'],
    },
  ],
  'what is not understood': [
    {
      name: 'a spread',
      edits: [
        {
          file: 'acme/customer.ts',
          from: '{\n      when: onlyCompanies,',
          to: '{\n      ...onceOnly,\n      when: onlyCompanies,',
        },
      ],
      expected: ['BW1001 acme/customer.ts:55:7 ...onceOnly'],
    },
    {
      name: 'a conditional expression',
      edits: [
        { file: 'acme/customer.ts', from: "type: 'customer',", to: "type: 1 > 0 ? 'customer' : 'client'," },
      ],
      expected: ["BW1001 acme/customer.ts:37:9 1 > 0 ? 'customer' : 'client'"],
    },
    {
      name: 'a template with substitutions',
      edits: [{ file: 'acme/customer.ts', from: "type: 'customer',", to: 'type: `customer${1}`,' }],
      expected: ['BW1001 acme/customer.ts:37:9 `customer${1}`'],
    },
    {
      name: 'a call of another function',
      edits: [{ file: 'acme/customer.ts', from: "type: 'customer',", to: "type: String('customer')," }],
      expected: ["BW1001 acme/customer.ts:37:9 String('customer')"],
    },
    {
      name: 'a computed key',
      edits: [{ file: 'acme/customer.ts', from: "type: 'customer',", to: "['type']: 'customer'," }],
      expected: ["BW1001 acme/customer.ts:37:3 ['type']"],
    },
    {
      name: 'a computation',
      edits: [{ file: 'acme/customer.ts', from: "type: 'customer',", to: "type: 'cust' + 'omer'," }],
      expected: ["BW1001 acme/customer.ts:37:9 'cust' + 'omer'"],
    },
    {
      name: 'a method',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'id: (c) => c.id,\n  number',
          to: 'id(c) {\n    return c.id;\n  },\n  number',
        },
      ],
      expected: ['BW1001 acme/customer.ts:38:3 id(c) {'],
    },
    {
      name: 'a selector with a body',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'id: (c) => c.id,\n  number',
          to: 'id: (c) => { return c.id; },\n  number',
        },
      ],
      expected: ['BW1001 acme/customer.ts:38:7 (c) => { return c.id; }'],
    },
    {
      name: 'a call inside a selector',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.address?.city.trim()' }],
      expected: ['BW1001 acme/customer.ts:79:40 c.address?.city.trim()'],
    },
    {
      name: 'a computation inside a selector',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: "c.address?.city ?? 'x'" }],
      expected: ["BW1001 acme/customer.ts:79:40 c.address?.city ?? 'x'"],
    },
    {
      name: 'another name inside a selector',
      edits: [{ file: 'acme/customer.ts', from: 'c.address?.city', to: 'onceOnly.onCreateOnly' }],
      expected: ['BW1001 acme/customer.ts:79:40 onceOnly'],
    },
    {
      name: 'statements',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'const onceOnly',
          to: 'console.log(1);\nlet x = 1;\nfor (;;) {}\nconst onceOnly',
        },
      ],
      expected: [
        'BW1001 acme/customer.ts:29:1 console.log(1);',
        'BW1001 acme/customer.ts:30:1 let x = 1;',
        'BW1001 acme/customer.ts:31:1 for (;;) {}',
      ],
    },
    {
      name: 'functions and classes',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'const onceOnly',
          to: 'function f() {}\nclass K {}\nconst onceOnly',
        },
      ],
      expected: ['BW1001 acme/customer.ts:29:1 function f() {}', 'BW1001 acme/customer.ts:30:1 class K {}'],
    },
    {
      name: 'a constant that nothing refers to',
      edits: [
        { file: 'acme/customer.ts', from: 'const onceOnly', to: 'const now = Date.now();\nconst onceOnly' },
      ],
      expected: ['BW1001 acme/customer.ts:29:13 Date.now()'],
    },
    {
      name: 'a number where a text belongs',
      edits: [{ file: 'acme/customer.ts', from: "type: 'customer',", to: 'type: 7,' }],
      expected: ['BW1001 acme/customer.ts:37:9 7'],
    },
    {
      name: 'constants made of each other',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'const onceOnly = { onCreateOnly: true } as const;',
          to: 'const a: { onCreateOnly: true } = b;\nconst b: { onCreateOnly: true } = a;\nconst onceOnly = a;',
        },
      ],
      expected: ['BW1003 acme/customer.ts:29:35 b', 'BW1003 acme/customer.ts:30:35 a'],
    },
    {
      name: 'foreign imports',
      edits: [
        {
          file: 'acme/customer.ts',
          from: 'import { Account }',
          to: "import { readFileSync } from 'node:fs';\nimport './selectors.ts';\nimport * as all from './endpoints.ts';\nimport { Account }",
        },
      ],
      expected: [
        "BW1002 acme/customer.ts:22:30 'node:fs'",
        "BW1002 acme/customer.ts:23:8 './selectors.ts'",
        'BW1002 acme/customer.ts:24:8 * as all',
      ],
    },
  ],
  'files and folders': [
    {
      name: 'a system that declares a reason',
      edits: [
        {
          file: 'acme/extra.ts',
          to: "import { reason } from '#language';\n\n/** Ours. */\nexport const ours = reason({ rep: 'No.', admin: 'No.', remedy: 'none' });\n",
        },
      ],
      expected: ['BW1502 acme/extra.ts:4:14 ours'],
    },
    {
      name: 'a system that declares an object',
      edits: [
        {
          file: 'acme/extra.ts',
          to: "import { standardObject } from '#language';\n\n/** Ours. */\nexport const Order = standardObject('Order', { added: {} });\n",
        },
      ],
      expected: ['BW1502 acme/extra.ts:4:14 Order'],
    },
    {
      name: 'a system that declares an action and a permission set',
      edits: [
        {
          file: 'acme/extra.ts',
          to: "import { permissionSet, quickAction } from '#language';\n\n/** Ours. */\nexport const act = quickAction('Act', { label: 'Act', component: 'act', type: 'headless', on: [] });\n\n/** Ours. */\nexport const all = permissionSet('All', {\n  label: 'All',\n  objects: [],\n  fieldsOn: [],\n  classes: [],\n  tabs: 'all',\n  needs: [],\n});\n",
        },
      ],
      expected: ['BW1502 acme/extra.ts:4:14 act', 'BW1502 acme/extra.ts:7:14 all'],
    },
    {
      name: 'core that declares a value map',
      edits: [
        {
          file: 'core/extra.ts',
          to: "import { valueMap } from '#language';\n\n/** Not core's. */\nexport const map = valueMap({ rows: [], otherwise: { toSalesforce: 'keep', toBilling: 'keep' } });\n",
        },
      ],
      expected: ['BW1502 core/extra.ts:4:14 map'],
    },
    {
      name: 'an object that is declared twice',
      edits: [
        {
          file: 'core/extra.ts',
          to: "import { standardObject } from '#language';\n\n/** Again. */\nexport const Again = standardObject('Account', { added: {} });\n",
        },
      ],
      expected: ['BW1501 core/extra.ts:4:14 Again'],
    },
    {
      name: 'a value map that is declared twice',
      edits: [
        {
          file: 'acme/extra.ts',
          to: "import { valueMap } from '#language';\n\n/** Again. */\nexport const country = valueMap({ rows: [], otherwise: { toSalesforce: 'keep', toBilling: 'keep' } });\n",
        },
      ],
      expected: ['BW1501 acme/value-maps.ts:24:14 country'],
    },
    {
      name: 'two mappings of one type',
      edits: [{ file: 'acme/contract.ts', from: "type: 'contract'", to: "type: 'customer'" }],
      expected: ['BW1501 acme/customer.ts:36:14 customer'],
    },
    {
      name: 'a folder without system()',
      edits: [{ file: 'acme/system.ts', to: '' }],
      expected: ['BW1503 acme/system.ts:1:1 '],
    },
    {
      name: 'a folder without profile() and under another name',
      edits: [
        {
          file: 'other/system.ts',
          to: "import { system } from '#language';\n\n/** Another one. */\nexport const other = system({ name: 'othr', label: 'Other', prefix: 'Oth' });\n",
        },
      ],
      expected: ['BW1503 other/endpoints.ts:1:1 ', "BW1502 other/system.ts:4:37 'othr'"],
    },
    {
      name: 'a sample that is not JSON',
      edits: [{ file: 'acme/samples/Contract.read.response.json', from: '"id": 99,', to: '"id": 99' }],
      expected: ['BW1601 acme/samples/Contract.read.response.json:3:3 "'],
    },
    {
      name: 'an empty sample',
      edits: [{ file: 'acme/samples/Contract.read.response.json', to: '' }],
      expected: ['BW1601 acme/samples/Contract.read.response.json:1:1 '],
    },
    {
      name: 'a sample of an unknown operation',
      edits: [{ file: 'acme/samples/Contract.reed.response.json', to: '{}' }],
      expected: ['BW1602 acme/samples/Contract.reed.response.json:1:1 {'],
    },
    {
      name: 'a sample with another name',
      edits: [{ file: 'acme/samples/contract.json', to: '{}' }],
      expected: ['BW1602 acme/samples/contract.json:1:1 {'],
    },
    {
      name: 'a sample without a section',
      edits: [{ file: 'acme/samples/Contract.list.response.json', to: '[]' }],
      expected: ['BW1603 acme/samples/Contract.list.response.json:1:1 ['],
    },
  ],
  'history of standard objects': [
    {
      name: 'history of a standard object',
      edits: [
        {
          file: 'core/account.ts',
          from: "standardObject('Account', {",
          to: "standardObject('Account', {\n  history: true,",
        },
      ],
      expected: ['BW1206 core/account.ts:5:3 history'],
    },
    {
      name: 'history of fields on a standard object',
      edits: [
        { file: 'core/account.ts', from: "label: 'Balance', ", to: "label: 'Balance', history: true, " },
        {
          file: 'core/account.ts',
          from: "relationship: 'Accounts',",
          to: "trackHistory: true, relationship: 'Accounts',",
        },
      ],
      expected: ['BW1206 core/account.ts:9:7 trackHistory', 'BW1206 core/account.ts:26:46 history'],
    },
  ],
  'what TypeScript says': [
    {
      name: 'a syntax error',
      edits: [{ file: 'acme/customer.ts', from: "type: 'customer',", to: "type: 'customer'" }],
      expected: ['BW1900 acme/customer.ts:38:3 id'],
    },
    {
      name: 'a missing option',
      edits: [{ file: 'core/account.ts', from: "label: 'Balance', ", to: '' }],
      expected: ['BW1900 core/account.ts:26:26 { precision: 18, scale: 2 }'],
    },
    {
      name: 'an unknown option',
      edits: [{ file: 'core/account.ts', from: "label: 'Balance', ", to: "label: 'Balance', colour: 1, " }],
      expected: ['BW1900 core/account.ts:26:46 colour'],
    },
    {
      name: 'nothing where the validator will speak',
      edits: [{ file: 'acme/value-maps.ts', from: "    ['blocked', 'Blocked'],\n", to: '' }],
      expected: [],
    },
    {
      name: 'several at once',
      edits: [
        { file: 'acme/customer.ts', from: 'c.address?.city', to: 'c.address?.citty' },
        { file: 'acme/customer.ts', from: "create: 'create'", to: "create: 'creat'" },
        { file: 'core/account.ts', from: "label: 'Balance', ", to: '' },
      ],
      expected: [
        "BW1301 acme/customer.ts:43:11 'creat'",
        'BW1101 acme/customer.ts:79:51 citty',
        'BW1900 core/account.ts:26:26 { precision: 18, scale: 2 }',
      ],
    },
  ],
};
