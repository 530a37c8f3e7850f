import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { fieldLabel, nameFields, queryFields, recordName, shownField } from 'host/fields';
import { objectIcon } from 'host/icons';
import { messageOf } from 'host/messages';
import { goTo } from 'host/router';

/** The records that look up to the page's record. */
export default class RelatedList extends LightningElement {
  @api recordId;
  @api objectApiName;
  /** `{ relationship, label, object, columns, rows, sortBy }` */
  @api list;

  @wire(getObjectInfo, { objectApiName: '$list.object' })
  info;

  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: '$list.relationship',
    optionalFields: '$fields',
    fields: '$idField',
    pageSize: '$list.rows',
    sortBy: '$list.sortBy',
  })
  records;

  get idField() {
    return this.fields ? [`${this.list.object}.Id`] : undefined;
  }

  get fields() {
    return this.info.data && queryFields(this.list.object, this.list.columns, this.info.data);
  }

  get icon() {
    return objectIcon(this.list.object);
  }

  get problem() {
    const error = this.records.error ?? this.info.error;
    return error && messageOf(error);
  }

  get rows() {
    return this.records.data?.records ?? [];
  }

  get isEmpty() {
    return this.records.data !== undefined && this.rows.length === 0;
  }

  get hasRows() {
    return this.info.data !== undefined && this.rows.length > 0;
  }

  get title() {
    const { data } = this.records;
    if (!data) return this.list.label;
    const more = data.nextPageToken ? '+' : '';
    return `${this.list.label} (${this.rows.length}${more})`;
  }

  get columns() {
    return this.columnNames.map((name) => ({ name, label: fieldLabel(name, this.info.data) }));
  }

  get columnNames() {
    const first = nameFields(this.info.data).find((name) => this.list.columns.includes(name));
    return first ? [first, ...this.list.columns.filter((name) => name !== first)] : this.list.columns;
  }

  get cells() {
    return this.rows.map((record) => ({
      id: record.id,
      address: `/lightning/r/${this.list.object}/${record.id}/view`,
      cells: this.columnNames.map((name, index) => ({
        ...shownField(name, record, this.info.data),
        isFirst: index === 0,
      })),
      name:
        shownField(this.columnNames[0], record, this.info.data).text || recordName(record, this.info.data),
    }));
  }

  handleGo(event) {
    event.preventDefault();
    goTo(event.currentTarget.getAttribute('href'));
  }
}
