import { LightningElement, api } from 'lwc';
import { pageComponents } from 'host/pageParts';

/** The components of a region or tab, one below the other. */
export default class Components extends LightningElement {
  @api components = [];
  @api recordId;
  @api objectApiName;
  /** As `getRecord` gives it. */
  @api record;
  /** As `getObjectInfo` gives it. */
  @api info;

  get parts() {
    const context = { recordId: this.recordId, objectApiName: this.objectApiName };
    return pageComponents(this.components).map((part) => ({
      ...part,
      properties: { ...part.properties, ...context },
    }));
  }

  /** Field sections in a row share a card. */
  get cards() {
    const parts = [];
    for (const part of this.parts) {
      const last = parts.at(-1);
      if (part.isFieldSection && last?.sections) last.sections.push(part);
      else parts.push(part.isFieldSection ? { key: part.key, sections: [part] } : part);
    }
    return parts;
  }
}
