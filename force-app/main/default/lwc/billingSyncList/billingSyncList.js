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
/** As many as the platform gives at once, and as are synchronised at once. */
const wholePageSize = 2000;
const mostRecords = 10000;
/** A page token is an offset, and the platform takes none beyond. */
const lastOffset = 2000;

const isAscending = (ids) => ids.every((id, index) => index === 0 || ids[index - 1] < id);

/** Records of any list view, to be chosen and synchronised together. */
export default class BillingSyncList extends NavigationMixin(LightningElement) {
  objectApiName = ACCOUNT.objectApiName;
  listViewApiName;
  pageToken;
  selected = new Set();
  /** The list view that is read to its end; undefined while none is. */
  wholeList;
  /** Only what comes behind the last record that was read: page tokens end at an offset of 2,000. */
  wholeWhere;
  hasMore = false;
  wholeError;

  label = label;
  pageSize = pageSize;
  wholePageSize = wholePageSize;
  wholeOrder = ['Id'];

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

  @wire(getListRecordsByName, {
    objectApiName: '$objectApiName',
    listViewApiName: '$wholeList',
    pageSize: '$wholePageSize',
    sortBy: '$wholeOrder',
    where: '$wholeWhere',
  })
  takePage({ data, error }) {
    if (!this.isReading) return;
    this.wholeError = error;
    if (error) {
      this.wholeList = undefined;
      this.hasMore = this.selected.size > 0;
    }
    if (data) this.take(data);
  }

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
    return [this.lists.error, this.list.error, this.records.error, this.wholeError].filter(Boolean);
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
    if (this.isReading) return fill(label.reading, this.selected.size);
    return fill(this.hasMore ? label.most : label.selected, this.selected.size);
  }

  get cannotSync() {
    return this.isReading || this.selected.size === 0;
  }

  get isReading() {
    return Boolean(this.wholeList);
  }

  get hasPages() {
    return !this.isFirst || !this.isLast;
  }

  get isFirst() {
    return !this.records.data?.previousPageToken;
  }

  get isLast() {
    const { nextPageToken } = this.records.data ?? {};
    return !nextPageToken || Number(nextPageToken) > lastOffset;
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

  handleWhole() {
    this.selected = new Set();
    this.hasMore = false;
    this.wholeError = undefined;
    this.wholeWhere = undefined;
    this.wholeList = this.listViewApiName;
  }

  /** The table also tells of selections that it made itself when its rows were exchanged; those name no action. */
  handleSelection(event) {
    const { config, selectedRows } = event.detail;
    if (this.isReading || !config?.action) return;
    const others = [...this.selected].filter((id) => !this.rows.some((row) => row.id === id));
    this.hasMore = false;
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

  /**
   * One more page of the whole list view. The platform may give a page again: each record counts once. Where it gives
   * them in another order than that of their ids, nobody could tell what comes behind.
   */
  take({ records, nextPageToken }) {
    const page = records.map(({ id }) => id);
    const ids = new Set([...this.selected, ...page]);
    this.selected = new Set([...ids].slice(0, mostRecords));
    this.hasMore = ids.size > mostRecords || Boolean(nextPageToken);
    if (nextPageToken && ids.size < mostRecords && isAscending(page))
      this.wholeWhere = `{ Id: { gt: "${page.at(-1)}" } }`;
    else this.wholeList = undefined;
  }

  showList(listViewApiName) {
    this.wholeList = undefined;
    this.hasMore = false;
    this.listViewApiName = listViewApiName;
    this.pageToken = undefined;
    this.selected = new Set();
  }
}
