import type * as ast from '../syntax/ast.ts';

/** No class of a project can have this name. */
export const ANONYMOUS = '$anonymous';

/** The class that code outside of any class belongs to: its methods are static, as its body is. */
export function anonymousClass(unit: ast.AnonymousUnit | ast.TriggerUnit): ast.ClassDeclaration {
  const name: ast.Identifier =
    unit.kind === 'triggerUnit'
      ? { ...unit.name, text: `$${unit.name.text}` }
      : { text: ANONYMOUS, span: unit.span };
  const members = unit.kind === 'triggerUnit' ? unit.members : unit.body.filter(isMember);
  return {
    kind: 'class',
    name,
    modifiers: { names: [{ name: 'public', span: unit.span }], annotations: [] },
    superType: null,
    interfaces: [],
    members: members.map((each) => (each.kind === 'method' ? withStatic(each) : each)),
    span: unit.span,
  };
}

function isMember(
  node: ast.AnonymousUnit['body'][number],
): node is ast.MethodDeclaration | ast.TypeDeclaration {
  return node.kind === 'method' || node.kind === 'class' || node.kind === 'interface' || node.kind === 'enum';
}

function withStatic(method: ast.MethodDeclaration): ast.MethodDeclaration {
  if (method.modifiers.names.some((each) => each.name === 'static')) return method;
  const names = [...method.modifiers.names, { name: 'static' as const, span: method.name.span }];
  return { ...method, modifiers: { ...method.modifiers, names } };
}
