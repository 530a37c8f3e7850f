import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';

/** A `System.Type`: one object per type, so `===` compares. */
export class TypeValue extends PlatformObject {
  readonly type: RuntimeType;

  constructor(type: RuntimeType) {
    super();
    this.type = type;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Type');
  }

  override toString(): string {
    return this.type.name;
  }
}

const known = new WeakMap<RuntimeType, TypeValue>();

/** The `System.Type` of a type: `Foo.class`. */
export function typeValue(type: RuntimeType): TypeValue {
  let value = known.get(type);
  if (!value) known.set(type, (value = new TypeValue(type)));
  return value;
}
