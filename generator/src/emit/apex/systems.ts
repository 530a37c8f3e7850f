/** `<Prefix>System`: the entry class that core makes by name. */
import type { ChoiceModel, ProfileModel, SystemModel } from '../../model/model.ts';
import { mapperClassName, systemClassName } from '../../model/naming.ts';
import { from, markText, paragraphs } from './doc.ts';
import type { EmittedClass } from './files.ts';
import { dottedPath } from './path.ts';
import type { Member, Statement } from './print/class.ts';
import { apexDoc, apexString } from './print/text.ts';
import { assign, declare, give, method, run } from './print/class.ts';
import type { Expression } from './print/expression.ts';
import { call, create, list, map } from './print/expression.ts';

const operators = {
  equals: 'EQUAL_TO',
  notEquals: 'NOT_EQUAL_TO',
  lessThan: 'LESS_THAN',
  atMost: 'AT_MOST',
  greaterThan: 'GREATER_THAN',
  atLeast: 'AT_LEAST',
  like: 'IS_LIKE',
  oneOf: 'ONE_OF',
  isNull: 'IS_NULL',
  isNotNull: 'IS_NOT_NULL',
} as const;

function pagingExpression({ paging }: ProfileModel): Expression {
  return paging.style === 'numbered'
    ? create(
        'BillingNumberedPaging',
        apexString(paging.sizeParameter),
        apexString(paging.numberParameter),
        String(paging.maxSize),
        apexString(paging.totalHeader),
      )
    : create(
        'BillingCursorPaging',
        apexString(paging.sizeParameter),
        apexString(paging.cursorParameter),
        String(paging.maxSize),
        dottedPath(paging.items),
        dottedPath(paging.next),
      );
}

function profileMember(system: SystemModel): Member {
  const { profile } = system;
  const statements: Statement[] = [
    declare('BillingProfile', 'profile', create('BillingProfile')),
    assign('profile.systemKey', call('this.key')),
    assign('profile.keyHeader', apexString(profile.authentication.header)),
    assign('profile.keyTemplate', apexString(profile.authentication.value)),
    assign('profile.paging', pagingExpression(profile)),
    ...(profile.filter ? [assign('profile.filterLanguage', call('this.filterLanguage'))] : []),
    assign('profile.errorCode', dottedPath(profile.errorBody.code)),
    assign('profile.errorMessage', dottedPath(profile.errorBody.message)),
    assign('profile.connectionTest', apexString(profile.connectionTest)),
    ...(profile.choices.length === 0 ? [] : [assign('profile.choices', call('this.choices'))]),
    give('profile'),
  ];
  return method({
    doc: [
      ...paragraphs(profile.doc),
      `Header: ${markText(profile.authentication.mark)} Paging: ${markText(profile.paging.mark)} ${from(profile.source)}`,
    ],
    modifiers: 'public',
    returns: 'BillingProfile',
    name: 'profile',
    statements,
  });
}

function filterMember({ filter }: ProfileModel): Member[] {
  if (filter === undefined) return [];
  const words = Object.entries(operators).map(([name, operator]) =>
    run(
      call(
        'language.operators.put',
        `BillingFilter.Operator.${operator}`,
        apexString(filter.operators[name as keyof typeof operators]),
      ),
    ),
  );
  const statements: Statement[] = [
    declare('BillingFilterLanguage', 'language', create('BillingFilterLanguage')),
    assign('language.parameter', apexString(filter.parameter)),
    ...words,
    assign('language.andWord', apexString(filter.and)),
    assign('language.orWord', apexString(filter.or)),
    assign('language.notWord', apexString(filter.not)),
    assign('language.quote', apexString(filter.quote)),
    assign('language.escapedQuote', apexString(filter.escapedQuote)),
    assign('language.maxValues', String(filter.maxValues)),
    give('language'),
  ];
  return [
    method({
      doc: [markText(filter.mark)],
      modifiers: 'private',
      returns: 'BillingFilterLanguage',
      name: 'filterLanguage',
      statements,
    }),
  ];
}

function choiceExpression({ field, from }: ChoiceModel): Expression {
  const token = (name: string): string => `Schema.BillingConnection__c.${name}`;
  const texts = (all: readonly string[]): Expression => list('String', all.map(apexString));
  if (from.kind === 'fixed')
    return call(
      'BillingChoiceSource.fixed',
      token(field),
      texts(from.values.map(({ value }) => value)),
      texts(from.values.map(({ label }) => label)),
    );
  return call(
    'BillingChoiceSource.live',
    token(field),
    apexString(from.operation),
    apexString(from.value),
    apexString(from.label),
    map(
      'Schema.SObjectField',
      'String',
      from.also.map((one) => [token(one.field), apexString(one.property)] as const),
    ),
  );
}

function choicesMember({ choices }: ProfileModel): Member[] {
  if (choices.length === 0) return [];
  return [
    method({
      doc: ['What fills fields of the connection, in the order in which set-up asks.'],
      modifiers: 'private',
      returns: 'List<BillingChoiceSource>',
      name: 'choices',
      statements: [give(list('BillingChoiceSource', choices.map(choiceExpression)))],
    }),
  ];
}

const mapperDoc = 'The mapper with this key; null if there is none.';

function mapperMember(system: SystemModel): Member {
  const cases = system.mappings.flatMap((mapping) => [
    `      when ${apexString(mapping.type)} {`,
    `        return new ${mapperClassName(system, mapping)}();`,
    '      }',
  ]);
  const chosen = [
    '    switch on type {',
    ...cases,
    '      when else {',
    '        return null;',
    '      }',
    '    }',
  ];
  const lines = system.mappings.length === 0 ? ['    return null;'] : chosen;
  return [...apexDoc([mapperDoc], 2), '  public BillingMapper mapper(String type) {', ...lines, '  }'];
}

function simple(doc: string, returns: string, name: string, value: Expression): Member {
  return method({ doc: [doc], modifiers: 'public', returns, name, statements: [give(value)] });
}

/** The entry class of a system. */
export function systemClass(system: SystemModel): EmittedClass {
  const name = systemClassName(system);
  const types = system.mappings.map(({ type }) => apexString(type));
  return {
    name,
    parts: {
      doc: [...paragraphs(system.doc), from(system.source)],
      head: `public inherited sharing class ${name} implements BillingSystem`,
      members: [
        simple('Stable key in data.', 'String', 'key', apexString(system.name)),
        simple('As people know it.', 'String', 'label', apexString(system.label)),
        simple('Keys of the mappings.', 'List<String>', 'types', list('String', types)),
        mapperMember(system),
        profileMember(system),
        ...filterMember(system.profile),
        ...choicesMember(system.profile),
      ],
    },
  };
}
