import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { ClassInfo, MethodInfo, RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import { ApexObject } from '../../values/value.ts';
import type { Value } from '../library.ts';
import { typeValue, type TypeValue } from '../objects/type-value.ts';

/**
 * An object of `type` whose methods ask the provider: `Test.createStub`. Static, private and constructor code never
 * runs. Throws `System.TypeException` for what the platform can't stub.
 */
export function createStub(type: TypeValue, provider: Value): Value {
  const info = type.type.classInfo;
  if (!info || info.kind === 'enum')
    throwApex('System.TypeException', `Cannot create a stub of ${type.type.name}.`);
  const base = (info.jsClass ?? ApexObject) as new () => ApexObject;
  const itself = stubType(type.type, info);
  const stubClass = class extends base {
    override apexType(): RuntimeType {
      return itself;
    }
  };
  for (const method of stubbedMethods(info)) {
    Object.defineProperty(stubClass.prototype, method.jsName, {
      value(this: Value, ...args: Value[]) {
        return answer(this, provider, method, args);
      },
    });
  }
  return new stubClass();
}

/** A subclass of the stubbed type, named as the platform names it. */
function stubType(type: RuntimeType, info: ClassInfo): RuntimeType {
  const name = `${type.name}__sfdc_ApexStub`;
  return {
    name,
    kind: 'class',
    arguments: [],
    superType: type,
    classInfo: {
      ...info,
      fullName: name,
      jsClass: info.jsClass,
      superType: type,
      interfaces: [],
      fields: [],
      methods: [],
      constructors: [],
    },
    objectName: null,
    accepts: () => false,
    isAssignableFrom: (other) => other.name === name,
  };
}

/** Methods of the class and what it extends and implements; the nearest one of a name wins. */
function stubbedMethods(info: ClassInfo): MethodInfo[] {
  const found = new Map<string, MethodInfo>();
  const visit = (type: RuntimeType | null): void => {
    if (!type?.classInfo) return;
    for (const method of type.classInfo.methods) {
      if (method.isStatic || method.visibility === 'private' || found.has(method.jsName)) continue;
      // The text of a stub is not asked for.
      if (method.jsName === 'tostring/0') continue;
      found.set(method.jsName, method);
    }
    visit(type.classInfo.superType);
    type.classInfo.interfaces.forEach(visit);
  };
  visit(currentTransaction().program.type(info.fullName));
  return [...found.values()];
}

function answer(stub: Value, provider: Value, method: MethodInfo, args: readonly Value[]): Value {
  const { program } = currentTransaction();
  const list = (element: string, items: Value[]): ApexList =>
    new ApexList(program.listOf(program.type(element)), items);
  const result = provider['handlemethodcall/6'](
    stub,
    method.name,
    method.returnType ? typeValue(method.returnType) : null,
    list(
      'System.Type',
      method.parameters.map((parameter) => typeValue(parameter.type)),
    ),
    list(
      'String',
      method.parameters.map((parameter) => parameter.name),
    ),
    list('Object', [...args]),
  );
  if (result !== null && method.returnType && !method.returnType.accepts(result)) {
    throwApex(
      'System.TypeException',
      `The stub returned a value that is no ${method.returnType.name} for ${method.name}.`,
    );
  }
  return result;
}
