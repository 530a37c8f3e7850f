import type * as ast from '../syntax/ast.ts';
import type { ProjectWorld } from '../types/project-world.ts';
import type { ClassSymbol, FieldSymbol } from '../types/symbols.ts';

/** The static method that the statements of anonymous Apex become: no source can have a method of this name. */
export const ANONYMOUS_ENTRY = '$run';

/**
 * Declares anonymous Apex as a class: its statements become the static method `$run`, and its top-level variables static
 * fields, because its methods see them.
 */
export function declareAnonymous(
  world: ProjectWorld,
  unit: ast.AnonymousUnit,
  file: string,
  apiVersion: number,
): ClassSymbol {
  const symbol = world.declare(
    { ...unit, body: [...unit.body.filter(isMember), entryOf(unit)] },
    file,
    apiVersion,
  );
  for (const part of unit.body) {
    if (part.kind === 'local') declareVariables(part, symbol, world);
  }
  return symbol;
}

type Part = ast.AnonymousUnit['body'][number];

function isMember(part: Part): part is ast.MethodDeclaration | ast.TypeDeclaration {
  return part.kind === 'method' || part.kind === 'class' || part.kind === 'interface' || part.kind === 'enum';
}

function entryOf(unit: ast.AnonymousUnit): ast.MethodDeclaration {
  const { span } = unit;
  const statements = unit.body.flatMap((part): readonly ast.Statement[] => {
    if (isMember(part)) return [];
    return part.kind === 'local' ? valuesOf(part) : [part];
  });
  return {
    kind: 'method',
    name: { text: ANONYMOUS_ENTRY, span },
    returnType: null,
    modifiers: { names: [{ name: 'static', span }], annotations: [] },
    parameters: [],
    body: { kind: 'block', statements, span },
    span,
  };
}

/** The initial values of variables, as assignments in their place. */
function valuesOf(node: ast.LocalVariables): readonly ast.Statement[] {
  return node.variables.flatMap(({ name, initializer }) => {
    if (!initializer) return [];
    const target: ast.Name = { kind: 'name', name, span: name.span };
    const expression: ast.Assignment = {
      kind: 'assignment',
      operator: '=',
      target,
      value: initializer,
      span: node.span,
    };
    return [{ kind: 'expression', expression, span: node.span }];
  });
}

function declareVariables(node: ast.LocalVariables, owner: ClassSymbol, world: ProjectWorld): void {
  const type = world.resolve(node.type, owner);
  for (const { name } of node.variables) {
    const key = name.text.toLowerCase();
    if (owner.fields.has(key)) reportDuplicate(name, owner, world);
    else owner.fields.set(key, variable(name, type, owner));
  }
}

/** Not final even where it is written so: its value comes outside of what Apex calls an initialiser. */
function variable(name: ast.Identifier, type: FieldSymbol['type'], owner: ClassSymbol): FieldSymbol {
  return {
    owner,
    name: name.text,
    type,
    isStatic: true,
    isFinal: false,
    isTransient: false,
    visibility: 'private',
    isTestVisible: false,
    property: null,
    jsName: name.text.toLowerCase(),
    declaration: null,
    annotations: [],
  };
}

function reportDuplicate(name: ast.Identifier, owner: ClassSymbol, world: ProjectWorld): void {
  world.diagnostics.report({
    code: 'name/duplicate',
    file: owner.file ?? '',
    span: name.span,
    message: `A variable '${name.text}' exists here already.`,
    suggestion: 'Give one of the two another name.',
    severity: 'error',
  });
}
