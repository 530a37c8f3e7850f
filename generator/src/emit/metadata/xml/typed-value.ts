/** The value of a field in a custom metadata record, which says its own type. */
export class TypedValue {
  /** Name in XML Schema; without it there is no value. */
  readonly type: 'xsd:string' | 'xsd:boolean' | undefined;
  readonly text: string;

  private constructor(type: TypedValue['type'], text: string) {
    this.type = type;
    this.text = text;
  }

  /** An absent or empty text is no value, as in the platform's database. */
  static text(text: string | undefined): TypedValue {
    return new TypedValue(text ? 'xsd:string' : undefined, text ?? '');
  }

  static checkbox(value: boolean): TypedValue {
    return new TypedValue('xsd:boolean', String(value));
  }
}
