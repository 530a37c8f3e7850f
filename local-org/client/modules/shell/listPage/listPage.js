import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getListInfoByName, getListRecordsByName } from 'lightning/uiListsApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import RecordModal from 'shell/recordModal';
import { queryFields, recordName, shownField } from 'host/fields';
import { getJson } from 'host/http';
import { objectIcon } from 'host/icons';
import { messageOf } from 'host/messages';
import { goTo, navigate } from 'host/router';

const PAGE_SIZE = 25;
const CELL_TYPES = { Boolean: 'boolean', Email: 'email', Phone: 'phone' };

/** As record pages show it. */
const DATE_TIME = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' };

/** The list views of an object. */
export default class ListPage extends LightningElement {
  page;
  problem;
  selected = [];
  pageToken = '0';
  earlierTokens = [];
  sortBy;

  #objectApiName;
  #listName;
  #actionName;

  @api
  get objectApiName() {
    return this.#objectApiName;
  }

  set objectApiName(name) {
    if (name === this.#objectApiName) return;
    this.#objectApiName = name;
    this.page = undefined;
    this.problem = undefined;
    this.sortBy = undefined;
    this.begin();
    this.load(name);
  }

  /** API name of the list view; the first one without it. */
  @api
  get listName() {
    return this.#listName;
  }

  set listName(name) {
    if (name === this.#listName) return;
    this.#listName = name;
    this.begin();
  }

  /** `new` begins with the form. */
  @api
  get actionName() {
    return this.#actionName;
  }

  set actionName(name) {
    this.#actionName = name;
    if (this.page) this.beginAction();
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  info;

  @wire(getListInfoByName, { objectApiName: '$page.object', listViewApiName: '$viewName' })
  view;

  @wire(getListRecordsByName, {
    objectApiName: '$page.object',
    listViewApiName: '$readyViewName',
    optionalFields: '$fields',
    pageSize: PAGE_SIZE,
    pageToken: '$pageToken',
    sortBy: '$sortFields',
  })
  records;

  /** From the first page on. */
  begin() {
    this.pageToken = '0';
    this.earlierTokens = [];
    this.selected = [];
  }

  async load(object) {
    try {
      const page = await getJson(`/local/list-page/${object}`);
      if (object !== this.#objectApiName) return;
      this.page = { ...page, object };
      this.beginAction();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  beginAction() {
    if (this.#actionName !== 'new') return;
    goTo(`/lightning/o/${this.#objectApiName}/list`, { replace: true });
    this.handleNew();
  }

  get viewName() {
    return this.#listName ?? this.page?.listViews[0]?.apiName;
  }

  /** Records are asked for when it is known which fields the view shows. */
  get readyViewName() {
    return this.fields && this.viewName;
  }

  get views() {
    return this.page.listViews.map(({ apiName, label }) => ({
      apiName,
      label,
      isCurrent: apiName === this.viewName,
    }));
  }

  get viewLabel() {
    return this.views.find(({ isCurrent }) => isCurrent)?.label ?? this.viewName;
  }

  get fields() {
    return this.columnNames && this.info.data
      ? queryFields(this.#objectApiName, this.columnNames, this.info.data)
      : undefined;
  }

  get columnNames() {
    return this.view.data?.displayColumns.map(({ fieldApiName }) => fieldApiName);
  }

  get sortFields() {
    if (!this.sortBy) return [];
    const sign = this.sortBy.direction === 'desc' ? '-' : '';
    return [`${sign}${this.#objectApiName}.${this.sortBy.field}`];
  }

  get sortedBy() {
    return this.sortBy?.field;
  }

  get sortedDirection() {
    return this.sortBy?.direction ?? 'asc';
  }

  get icon() {
    return objectIcon(this.#objectApiName);
  }

  get shownProblem() {
    const error = this.info?.error ?? this.view?.error ?? this.records?.error;
    return this.problem ?? (error && messageOf(error));
  }

  get isReady() {
    return this.page !== undefined;
  }

  get hasTable() {
    return this.isReady && this.info.data && this.view.data && this.records.data && !this.shownProblem;
  }

  get isLoading() {
    return !this.hasTable && !this.shownProblem;
  }

  get columns() {
    return this.view.data.displayColumns.map(({ fieldApiName, label, sortable }, index) => ({
      label,
      fieldName: index === 0 ? '_address' : fieldApiName,
      sortable: sortable !== false,
      ...this.cellOf(fieldApiName, index === 0),
    }));
  }

  cellOf(name, isFirst) {
    if (isFirst) return { type: 'url', typeAttributes: { label: { fieldName: '_name' }, target: '_self' } };
    const { dataType } = this.info.data.fields[name] ?? {};
    return { type: CELL_TYPES[dataType] ?? 'text' };
  }

  get rows() {
    return this.records.data.records.map((record) => {
      const row = { id: record.id, _address: `/lightning/r/${this.#objectApiName}/${record.id}/view` };
      for (const name of this.columnNames) row[name] = this.cellText(name, record);
      row._name = row[this.columnNames[0]] || recordName(record, this.info.data);
      return row;
    });
  }

  cellText(name, record) {
    const { type, value, text } = shownField(name, record, this.info.data);
    if (type === 'Boolean') return value;
    if (type === 'DateTime' && value) return new Date(value).toLocaleString(undefined, DATE_TIME);
    return text;
  }

  get summary() {
    const { totalSize } = this.records.data;
    const chosen = this.selected.length > 0 ? ` • ${this.selected.length} selected` : '';
    return `${totalSize} ${totalSize === 1 ? 'item' : 'items'}${chosen}`;
  }

  get isEmpty() {
    return this.rows.length === 0;
  }

  get mayCreate() {
    return this.info.data?.createable === true;
  }

  get buttons() {
    return this.page.buttons.map((button) => ({ ...button, key: button.name }));
  }

  get isFirstPage() {
    return this.earlierTokens.length === 0;
  }

  get isLastPage() {
    return !this.records.data.nextPageToken;
  }

  get hasPages() {
    return !this.isFirstPage || !this.isLastPage;
  }

  handleView(event) {
    navigate({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.#objectApiName, actionName: 'list' },
      state: { filterName: event.detail.value },
    });
  }

  handleSelect(event) {
    this.selected = event.detail.selectedRows.map(({ id }) => id);
  }

  handleSort(event) {
    const { fieldName, sortDirection } = event.detail;
    this.sortBy = {
      field: fieldName === '_address' ? this.columnNames[0] : fieldName,
      direction: sortDirection,
    };
    this.begin();
  }

  handleNext() {
    this.earlierTokens = [...this.earlierTokens, this.pageToken];
    this.pageToken = this.records.data.nextPageToken;
  }

  handlePrevious() {
    this.pageToken = this.earlierTokens.at(-1);
    this.earlierTokens = this.earlierTokens.slice(0, -1);
  }

  handleButton(event) {
    const { url } = this.page.buttons.find(({ name }) => name === event.currentTarget.dataset.name);
    const address = new URL(url, window.location.origin);
    address.searchParams.set('ids', this.selected.join(','));
    address.searchParams.set('retURL', window.location.pathname + window.location.search);
    goTo(address.pathname + address.search);
  }

  async handleNew() {
    const record = await RecordModal.open({
      label: `New ${this.page.label}`,
      size: 'medium',
      objectApiName: this.#objectApiName,
    });
    if (!record) return;
    this.dispatchEvent(new ShowToastEvent({ title: `${this.page.label} was created.`, variant: 'success' }));
    goTo(`/lightning/r/${this.#objectApiName}/${record.id}/view`);
  }
}
