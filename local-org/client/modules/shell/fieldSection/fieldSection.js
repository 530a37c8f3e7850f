import { LightningElement, api } from 'lwc';
import { shownField } from 'host/fields';

/** A section of fields, which can be folded. */
export default class FieldSection extends LightningElement {
  /** `{ label, columns: [[{ field }]] }` */
  @api section;
  @api record;
  @api info;

  isOpen = true;

  get sectionClass() {
    return this.isOpen ? 'slds-section slds-is-open' : 'slds-section';
  }

  get columns() {
    const { columns } = this.section;
    return columns.map((column, index) => ({
      key: index,
      className: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns.length}`,
      fields: column
        .map(({ field }) => shownField(field, this.record, this.info))
        .filter(({ isMissing }) => !isMissing),
    }));
  }

  handleToggle() {
    this.isOpen = !this.isOpen;
  }
}
