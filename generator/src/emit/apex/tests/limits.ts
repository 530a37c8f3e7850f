/** Tests of billing values that a field can't hold as they are: too long, too exact, unreadable, unlinked, empty. */
import type { RowModel } from '../../../model/model.ts';
import type { KnownField } from '../fields.ts';
import { fieldOf, isNumber, isText, lengthOf } from '../fields.ts';
import { pathText } from '../path.ts';
import type { Member } from '../print/class.ts';
import { apart } from '../print/class.ts';
import { apexString } from '../print/text.ts';
import { unlinkedReason } from '../rows.ts';
import type { Shape } from '../type-shape.ts';
import { shapeOf } from '../type-shape.ts';
import { testedFields } from './scenario.ts';
import { testMethod } from './shared.ts';
import type { Subject } from './subject.ts';
import {
  applyToRecord,
  compare,
  demandInRecord,
  demandReason,
  outcome,
  pairOfBoth,
  setInBilling,
  setInRecord,
} from './subject.ts';
import type { Agreed } from './values.ts';
import { WireNumber, fieldValueOf, linkedId, wireLiteral } from './values.ts';

/** A row whose billing value can be changed without changing anything else. */
interface Line {
  readonly row: RowModel;
  readonly agreed: Agreed;
  readonly field: KnownField | undefined;
  readonly kind: Shape['kind'];
}

function linesOf({ core, system, scenario }: Subject): Line[] {
  const { mapping, rows } = scenario;
  const tested = testedFields(mapping);
  const isAlone = (row: RowModel): boolean =>
    mapping.rows.every((other) => other === row || pathText(other.path) !== pathText(row.path));
  return rows
    .filter(({ row }) => !row.onCreateOnly && !tested.has(row.field) && isAlone(row))
    .map(({ row, agreed }) => ({
      row,
      agreed,
      field: fieldOf(core, mapping.object, row.field),
      kind: shapeOf(system, row.path.type).kind,
    }));
}

const flows = ({ row }: Line): boolean => row.owner !== 'salesforce';
const isOwnedByBilling = ({ row }: Line): boolean => row.owner === 'billing';
const isPlain = ({ row }: Line): boolean =>
  row.values === undefined && row.link === undefined && row.convert !== 'shortenedText';
const isWholeText = ({ row, field, kind }: Line): boolean =>
  kind === 'text' && isText(field) && !['firstLine', 'furtherLines'].includes(row.convert ?? '');

const longText = (length: number): string => `'x'.repeat(${length})`;

/** The test of the first line that fits. */
function firstOf(
  lines: readonly Line[],
  fits: (line: Line) => boolean,
  test: (line: Line) => Member[],
): Member[] {
  const found = lines.find(fits);
  return found === undefined ? [] : test(found);
}

function longTextTests(subject: Subject, lines: readonly Line[]): Member[] {
  return [
    ...firstOf(
      lines,
      (line) => flows(line) && isPlain(line) && isWholeText(line),
      ({ row, field }) => [
        testMethod('longTextBlocks', [
          pairOfBoth,
          setInBilling(row, longText((lengthOf(field) ?? 0) + 1)),
          apart(compare),
          apart(outcome('BLOCKED')),
          demandReason('valueTooLong'),
        ]),
      ],
    ),
    ...firstOf(
      lines,
      (line) => isOwnedByBilling(line) && line.row.convert === 'shortenedText',
      ({ row, field }) => [
        testMethod('longTextIsCut', [
          pairOfBoth,
          setInBilling(row, longText((lengthOf(field) ?? 0) + 1)),
          apart(compare),
          applyToRecord(subject),
          apart(outcome('UPDATE_SALESFORCE')),
          demandInRecord(subject, row, longText(lengthOf(field) ?? 0)),
        ]),
      ],
    ),
  ];
}

/** The number with one digit more than the field has, one that is rounded off. */
function tooExact({ text }: WireNumber, scale: number): string {
  const [whole = '', digits = ''] = text.split('.');
  return `${whole}.${digits.padEnd(scale, '0')}4`;
}

function numberTest(lines: readonly Line[]): Member[] {
  return firstOf(
    lines,
    (line) => isPlain(line) && line.kind === 'decimal' && isNumber(line.field),
    ({ row, field, agreed }) =>
      agreed.wire instanceof WireNumber
        ? [
            testMethod('furtherDigitsDoNotCount', [
              pairOfBoth,
              setInBilling(row, tooExact(agreed.wire, field?.scale ?? 0)),
              apart(compare),
              apart(outcome('UNCHANGED')),
            ]),
          ]
        : [],
  );
}

function checkboxTests(subject: Subject, lines: readonly Line[]): Member[] {
  return firstOf(
    lines,
    (line) => isOwnedByBilling(line) && line.kind === 'boolean' && line.agreed.wire === true,
    ({ row }) => [
      testMethod('emptyUnchecksTheCheckbox', [
        pairOfBoth,
        setInBilling(row, 'null'),
        apart(compare),
        applyToRecord(subject),
        apart(outcome('UPDATE_SALESFORCE')),
        demandInRecord(subject, row, 'false'),
      ]),
      testMethod('emptyIsFalse', [
        pairOfBoth,
        setInRecord(subject, row.field, fieldValueOf(false)),
        setInBilling(row, 'null'),
        apart(compare),
        apart(outcome('UNCHANGED')),
      ]),
    ],
  );
}

function linkTests(subject: Subject, lines: readonly Line[]): Member[] {
  const { core, system, scenario } = subject;
  const reasonOf = (row: RowModel): string | undefined => unlinkedReason(core, system, scenario.mapping, row);
  const unknown = ({ row, kind }: Line): string =>
    String(wireLiteral(linkedId(row.link ?? '', 3, kind === 'numericId')));
  const isLink = (line: Line): boolean => isOwnedByBilling(line) && line.row.link !== undefined;
  return [
    ...firstOf(
      lines,
      (line) => isLink(line) && reasonOf(line.row) === undefined,
      (line) => [
        testMethod('unknownLinkKeepsTheLookup', [
          pairOfBoth,
          setInBilling(line.row, unknown(line)),
          apart(compare),
          apart(outcome('UNCHANGED')),
        ]),
        testMethod('emptyLinkClearsTheLookup', [
          pairOfBoth,
          setInBilling(line.row, 'null'),
          apart(compare),
          applyToRecord(subject),
          apart(outcome('UPDATE_SALESFORCE')),
          demandInRecord(subject, line.row, 'null'),
        ]),
      ],
    ),
    ...firstOf(
      lines,
      (line) => isLink(line) && reasonOf(line.row) !== undefined,
      (line) => [
        testMethod('unknownLinkBlocks', [
          pairOfBoth,
          setInBilling(line.row, unknown(line)),
          apart(compare),
          apart(outcome('BLOCKED')),
          demandReason(reasonOf(line.row) ?? ''),
        ]),
      ],
    ),
  ];
}

const unreadable: readonly Shape['kind'][] = ['decimal', 'integer', 'boolean', 'date', 'dateTime'];

function unreadableTest(lines: readonly Line[]): Member[] {
  return firstOf(
    lines,
    (line) => flows(line) && isPlain(line) && unreadable.includes(line.kind),
    ({ row }) => [
      testMethod('unreadableValueBlocks', [
        pairOfBoth,
        setInBilling(row, apexString('2025-13-45')),
        apart(compare),
        apart(outcome('BLOCKED')),
        demandReason('unreadableValue'),
      ]),
    ],
  );
}

function emailTest(lines: readonly Line[]): Member[] {
  return firstOf(
    lines,
    (line) => isPlain(line) && isWholeText(line) && line.field?.type === 'Email',
    ({ row, agreed }) => [
      testMethod('caseOfAnEmailDoesNotCount', [
        pairOfBoth,
        setInBilling(row, apexString(agreed.field.text.toUpperCase())),
        apart(compare),
        apart(outcome('UNCHANGED')),
      ]),
    ],
  );
}

/** The tests of such values, as far as the mapping has rows for them. */
export function limitTests(subject: Subject): Member[] {
  const lines = linesOf(subject);
  return [
    ...longTextTests(subject, lines),
    ...numberTest(lines),
    ...checkboxTests(subject, lines),
    ...linkTests(subject, lines),
    ...unreadableTest(lines),
    ...emailTest(lines),
  ];
}
