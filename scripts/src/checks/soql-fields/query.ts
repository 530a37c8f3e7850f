import {
  ApexErrorListener,
  ApexParserFactory,
  FieldNameContext,
  FromNameListContext,
  QueryContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
} from '@apexdevtools/apex-parser';
import type {
  ApexParserRuleContext,
  FieldNameListContext,
  SoqlFunctionContext,
} from '@apexdevtools/apex-parser';
import type { Objects } from '../../project/objects.ts';
import { ANY_NAMED } from '../../project/standard-objects.ts';

/** Something wrong with a query, and where. */
export interface Remark {
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

type Node = ApexParserRuleContext;
type AnyQuery = QueryContext | SubQueryContext;

/** Syntax errors are other checks' business; what could be parsed is looked at. */
class Silence extends ApexErrorListener {
  override apexSyntaxError(): void {}
}

/** Parses a class or trigger and looks at every static query in it. */
export function queryRemarks(
  text: string,
  isTrigger: boolean,
  objects: Objects,
): { count: number; remarks: Remark[] } {
  const { parser } = ApexParserFactory.createLexerAndParser(text, new Silence());
  const tree: Node = isTrigger ? parser.triggerUnit() : parser.compilationUnit();
  const queries = [...find(tree, (node) => node instanceof QueryContext)] as QueryContext[];
  return {
    count: queries.length,
    remarks: queries.flatMap((query) => new QueryCheck(objects).topLevel(query)),
  };
}

function childrenOf(node: Node): Node[] {
  return ((node.children ?? []) as Node[]).filter((child) => 'ruleIndex' in child);
}

/** All nodes below that fit; with `stop`, not below those that it holds for. */
function* find(node: Node, fits: (node: Node) => boolean, stop?: (node: Node) => boolean): Generator<Node> {
  for (const child of childrenOf(node)) {
    if (fits(child)) yield child;
    if (!stop?.(child)) yield* find(child, fits, stop);
  }
}

function remark(node: Node, rule: string, message: string): Remark {
  return { line: node.start.line, column: node.start.column + 1, rule, message };
}

const lowered = (node: Node | null | undefined): string => node?.getText().toLowerCase() ?? '';

class QueryCheck {
  readonly #objects: Objects;

  constructor(objects: Objects) {
    this.#objects = objects;
  }

  topLevel(query: AnyQuery): Remark[] {
    const [from] = query.fromNameList()?.fieldName_list() ?? [];
    const name = from?.getText() ?? '';
    if (from && !this.#objects.find(name)) return [remark(from, 'object', `There is no object ${name}.`)];
    return [...this.#inside(query, name), ...this.#grouping(query)];
  }

  /** A query over a child relationship, seen from its parent. */
  #child(query: SubQueryContext, parent: string): Remark[] {
    const [from] = query.fromNameList()?.fieldName_list() ?? [];
    const name = from?.getText() ?? '';
    const key = this.#objects.plain(name).toLowerCase();
    const object = this.#objects.find(parent)?.children.get(key);
    if (from && !object)
      return [remark(from, 'relationship', `${parent} has no child relationship ${name}.`)];
    return this.#inside(query, object ?? '');
  }

  #inside(query: AnyQuery, object: string): Remark[] {
    const isOther = (node: Node): boolean =>
      node instanceof SubQueryContext || node instanceof QueryContext || node instanceof TypeOfContext;
    const others = [...find(query, isOther, isOther)];
    const names = this.#names(query);
    const fields = [
      ...find(
        query,
        (node) => node instanceof FieldNameContext,
        (node) => isOther(node) || node instanceof FromNameListContext,
      ),
    ];
    return [
      ...fields.flatMap((field) => this.#field(field, object, names)),
      ...others.flatMap((other) => this.#other(other, object)),
    ];
  }

  #other(node: Node, object: string): Remark[] {
    if (node instanceof TypeOfContext) return this.#typeOf(node, object);
    const isChild =
      node.parentCtx instanceof SelectEntryContext || node.parentCtx instanceof SubFieldEntryContext;
    return isChild && node instanceof SubQueryContext
      ? this.#child(node, object)
      : this.topLevel(node as AnyQuery);
  }

  /** The names that a query gives: to its object, to others in FROM and to results. */
  #names(query: AnyQuery): { object: ReadonlySet<string>; result: ReadonlySet<string> } {
    const from = query.fromNameList();
    const [first] = from?.soqlId_list() ?? [];
    const entries = [...find(query, (node) => node instanceof SelectEntryContext)] as SelectEntryContext[];
    return {
      object: new Set([lowered(first), lowered(from?.fieldName(0))]),
      result: new Set(entries.map((entry) => lowered(entry.soqlId())).filter(Boolean)),
    };
  }

  #field(
    field: Node,
    object: string,
    names: { object: ReadonlySet<string>; result: ReadonlySet<string> },
  ): Remark[] {
    const parts = field.getText().split('.');
    const [first = '', ...rest] = parts;
    if (rest.length === 0 && names.result.has(first.toLowerCase())) return [];
    const path = rest.length > 0 && names.object.has(first.toLowerCase()) ? rest.join('.') : parts.join('.');
    const problem = this.#objects.problem(object, path);
    return problem ? [remark(field, 'field', `${field.getText()}: ${problem}.`)] : [];
  }

  #typeOf(node: TypeOfContext, object: string): Remark[] {
    const relationship = node.fieldName().getText();
    const target = this.#objects.find(object)?.parents.get(this.#objects.plain(relationship).toLowerCase());
    if (!target) return [remark(node, 'relationship', `${object} has no relationship ${relationship}.`)];
    const whens = node
      .whenClause_list()
      .flatMap((when) => this.#list(when.fieldNameList(), when.fieldName().getText()));
    const otherwise = node.elseClause();
    return [
      ...whens,
      ...(otherwise && target === ANY_NAMED ? this.#list(otherwise.fieldNameList(), target) : []),
    ];
  }

  #list(list: FieldNameListContext, object: string): Remark[] {
    const none = { object: new Set<string>(), result: new Set<string>() };
    return list.fieldName_list().flatMap((field) => this.#field(field, object, none));
  }

  /** Beside an aggregate only fields that are grouped by can be selected. */
  #grouping(query: AnyQuery): Remark[] {
    if (!(query instanceof QueryContext)) return [];
    const group = query.groupByClause();
    const entries = query.selectList()?.selectEntry_list() ?? [];
    const hasAggregate = entries.some((entry) => isAggregate(entry.soqlFunction()));
    if (!group && !hasAggregate) return [];
    const grouped = group ? [...find(group, (node) => node instanceof FieldNameContext)].map(lowered) : [];
    return entries
      .filter((entry) => entry.fieldName() && !grouped.includes(lowered(entry.fieldName())))
      .map((entry) => {
        const name = entry.fieldName().getText();
        return remark(entry, 'grouping', `${name} must be in GROUP BY or in an aggregate function.`);
      });
  }
}

function isAggregate(call: SoqlFunctionContext | null): boolean {
  const name = call?.getText().split('(')[0]?.toLowerCase();
  return name !== undefined && ['avg', 'count', 'count_distinct', 'min', 'max', 'sum'].includes(name);
}
