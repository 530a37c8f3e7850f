import type { MemberContext } from './members.ts';
import type { MethodSymbol } from './symbols.ts';
import type { SObjectType, Type } from './type.ts';
import { describe, primitive } from './make.ts';

/** What is called on the object itself, as in `Settings__c.getInstance()`, and gives records of that object. */
const OF_OBJECT = new Set(['getinstance', 'getorgdefaults', 'getvalues', 'getall']);
/** What gives a record, or records, of the object that it is called on. */
const OF_RECORD = new Set(['clone']);

/** The methods of `System.SObject` as one object has them. */
export function recordMethods(
  methods: readonly MethodSymbol[],
  type: SObjectType,
  context: MemberContext,
): readonly MethodSymbol[] {
  return methods.map((method) => {
    const key = method.name.toLowerCase();
    if (OF_OBJECT.has(key))
      return { ...method, isStatic: true, returnType: forObject(method.returnType, type, context) };
    if (OF_RECORD.has(key)) return { ...method, returnType: type };
    return method;
  });
}

function forObject(returnType: Type, type: SObjectType, context: MemberContext): Type {
  return describe(returnType).startsWith('Map<') ? context.mapOf(primitive('String'), type) : type;
}
