import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getListInfoByName, getListInfosByObjectName, getListRecordsByName } from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import ACCOUNT from '@salesforce/schema/Account';
import ORDER from '@salesforce/schema/Order';
import PRODUCT from '@salesforce/schema/Product2';
import SUBSCRIPTION from '@salesforce/schema/Subscription__c';
import { fill } from 'c/billingFormat';
import BillingSyncModal from 'c/billingSyncModal';
import { label } from './labels';
import { columnsOf, rowsOf } from './table';

const pageSize = 200;

/** Records of any list view, to be chosen and synchronised together. */
export default class BillingSyncList extends NavigationMixin(LightningElement) {
  objectApiName = ACCOUNT.objectApiName;
  listViewApiName;
  pageToken;
  selected = new Set();

  label = label;
  pageSize = pageSize;

  @wire(getObjectInfo, { objectApiName: ACCOUNT }) account;
  @wire(getObjectInfo, { objectApiName: ORDER }) order;
  @wire(getObjectInfo, { objectApiName: SUBSCRIPTION }) subscription;
  @wire(getObjectInfo, { objectApiName: PRODUCT }) product;

  @wire(getListInfosByObjectName, { objectApiName: '$objectApiName', pageSize })
  lists = {};

  @wire(getListInfoByName, { objectApiName: '$objectApiName', listViewApiName: '$listViewApiName' })
  list = {};

  @wire(getListRecordsByName, {
    objectApiName: '$objectApiName',
    listViewApiName: '$listViewApiName',
    pageSize: '$pageSize',
    pageToken: '$pageToken',
  })
  records = {};

  /** Objects that the person may not see are left out. */
  get objectOptions() {
    return [this.account, this.order, this.subscription, this.product]
      .filter(({ data }) => data)
      .map(({ data }) => ({ value: data.apiName, label: data.labelPlural }));
  }

  get listOptions() {
    return (this.lists.data?.lists ?? []).map(({ apiName, label: name }) => ({
      value: apiName,
      label: name,
    }));
  }

  get errors() {
    return [this.lists.error, this.list.error, this.records.error].filter(Boolean);
  }

  get isLoading() {
    return Boolean(this.listViewApiName) && !this.isReady && this.errors.length === 0;
  }

  get isReady() {
    return Boolean(this.list.data && this.records.data);
  }

  get columns() {
    return columnsOf(this.list.data.displayColumns);
  }

  get rows() {
    return rowsOf(this.records.data.records, this.list.data.displayColumns);
  }

  get isEmpty() {
    return this.isReady && this.rows.length === 0;
  }

  get hasRows() {
    return this.isReady && this.rows.length > 0;
  }

  get selectedOnPage() {
    return this.rows.map(({ id }) => id).filter((id) => this.selected.has(id));
  }

  get selectedText() {
    return fill(label.selected, this.selected.size);
  }

  get cannotSync() {
    return this.selected.size === 0;
  }

  get hasPages() {
    return !this.isFirst || !this.isLast;
  }

  get isFirst() {
    return !this.records.data?.previousPageToken;
  }

  get isLast() {
    return !this.records.data?.nextPageToken;
  }

  handleObject(event) {
    this.objectApiName = event.detail.value;
    this.showList(undefined);
  }

  handleList(event) {
    this.showList(event.detail.value);
  }

  handlePrevious() {
    this.pageToken = this.records.data.previousPageToken;
  }

  handleNext() {
    this.pageToken = this.records.data.nextPageToken;
  }

  /** The table also tells of selections that it made itself when its rows were exchanged; those name no action. */
  handleSelection(event) {
    const { config, selectedRows } = event.detail;
    if (!config?.action) return;
    const others = [...this.selected].filter((id) => !this.rows.some((row) => row.id === id));
    this.selected = new Set([...others, ...selectedRows.map(({ id }) => id)]);
  }

  handleRowAction(event) {
    const attributes = { recordId: event.detail.row.id, actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }

  async handleSync() {
    await BillingSyncModal.open({
      label: label.syncTitle,
      size: 'large',
      recordIds: [...this.selected],
      showFirst: true,
    });
    this.selected = new Set();
  }

  showList(listViewApiName) {
    this.listViewApiName = listViewApiName;
    this.pageToken = undefined;
    this.selected = new Set();
  }
}
