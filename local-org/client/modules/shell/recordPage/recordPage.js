import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { deleteRecord, getRecord } from 'lightning/uiRecordApi';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ActionModal from 'shell/actionModal';
import RecordModal from 'shell/recordModal';
import { queryFields, recordName, shownField } from 'host/fields';
import { formFactor } from 'host/formFactor';
import { getJson } from 'host/http';
import { objectIcon } from 'host/icons';
import { messageOf } from 'host/messages';
import { fieldsOf, pageComponents, sectionsOf } from 'host/pageParts';
import { goTo, navigate } from 'host/router';

/** As buttons; the rest is in a menu. */
const VISIBLE_ACTIONS = formFactor() === 'Small' ? 1 : 4;

/** The page of one record, as the project's Lightning page for its object says. */
export default class RecordPage extends LightningElement {
  page;
  problem;
  headless;

  #recordId;
  #actionName;

  @api
  get recordId() {
    return this.#recordId;
  }

  set recordId(id) {
    if (id === this.#recordId) return;
    this.#recordId = id;
    this.page = undefined;
    this.problem = undefined;
    this.load(id);
  }

  /** `view`, or `edit` to begin with the form. */
  @api
  get actionName() {
    return this.#actionName;
  }

  set actionName(name) {
    this.#actionName = name;
    if (this.page) this.beginAction();
  }

  @wire(getObjectInfo, { objectApiName: '$page.object' })
  info;

  @wire(getRecord, { recordId: '$page.recordId', optionalFields: '$fields' })
  record;

  async load(id) {
    try {
      const page = await getJson(`/local/record-page/${id}`);
      if (id !== this.#recordId) return;
      this.page = { ...page, recordId: id };
      this.beginAction();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  /** An address may ask for the form. */
  beginAction() {
    if (this.#actionName !== 'edit') return;
    goTo(`/lightning/r/${this.page.object}/${this.#recordId}/view`, { replace: true });
    this.edit();
  }

  get fields() {
    if (!this.page || !this.info.data) return undefined;
    const names = [...this.page.highlights, ...fieldsOf(this.page.regions)];
    return queryFields(this.page.object, names, this.info.data);
  }

  get isLoading() {
    return !this.shownProblem && !(this.page && this.info.data && this.record.data);
  }

  get isReady() {
    return !this.shownProblem && !this.isLoading;
  }

  get shownProblem() {
    const error = this.info?.error ?? this.record?.error;
    return this.problem ?? (error && messageOf(error));
  }

  get icon() {
    return objectIcon(this.page.object);
  }

  get name() {
    return recordName(this.record.data, this.info.data) || this.page.name;
  }

  get highlights() {
    return this.page.highlights
      .map((name) => shownField(name, this.record.data, this.info.data))
      .filter(({ name, isMissing }) => !isMissing && !this.info.data.nameFields?.includes(name));
  }

  get hasHighlights() {
    return this.highlights.length > 0;
  }

  get actions() {
    return this.page.actions.map((action, index) => ({
      ...action,
      label: action.label ?? action.name,
      key: index,
    }));
  }

  get visibleActions() {
    return this.actions.slice(0, VISIBLE_ACTIONS);
  }

  get moreActions() {
    return this.actions.slice(VISIBLE_ACTIONS);
  }

  get hasMoreActions() {
    return this.moreActions.length > 0;
  }

  /** The regions of the page in their columns: the header above, the rest side by side. */
  get columns() {
    const regions = this.page.regions
      .map((region) => ({ ...region, components: pageComponents(region.components) }))
      .filter(({ name, components }) => name !== 'header' && components.length > 0);
    const hasMain = regions.some(({ name }) => name === 'main');
    return regions.map((region) => ({
      ...region,
      className: `slds-col slds-size_1-of-1 ${sizeOf(region.name, regions.length, hasMain)}`,
    }));
  }

  handleAction(event) {
    const name = event.detail?.value ?? event.currentTarget.dataset.name;
    this.start(this.page.actions.find((action) => action.name === name));
  }

  start(action) {
    if (action.type === 'ScreenAction') return this.openScreen(action);
    if (action.type === 'Action') return this.invokeHeadless(action);
    if (action.name === 'Edit') return this.edit();
    if (action.name === 'Delete') return this.remove();
    return this.tell({
      title: `${action.label ?? action.name} is not supported in the local org`,
      variant: 'warning',
    });
  }

  openScreen({ component, label, name }) {
    return ActionModal.open({
      label: label ?? name,
      size: 'medium',
      component,
      recordId: this.recordId,
      objectApiName: this.page.object,
    });
  }

  invokeHeadless({ component }) {
    this.headless = { name: component, properties: {}, key: Date.now() };
  }

  get headlessList() {
    return this.headless ? [this.headless] : [];
  }

  async edit() {
    const done = await RecordModal.open({
      label: `Edit ${this.name}`,
      size: 'medium',
      objectApiName: this.page.object,
      recordId: this.recordId,
      sections: sectionsOf(this.page.regions),
    });
    if (done) this.tell({ title: `${this.page.objectLabel} “${this.name}” was saved.`, variant: 'success' });
  }

  async remove() {
    const isSure = await LightningConfirm.open({
      label: `Delete ${this.page.objectLabel}`,
      message: `Are you sure you want to delete “${this.name}”?`,
      theme: 'warning',
    });
    if (!isSure) return;
    const { name } = this;
    try {
      await deleteRecord(this.recordId);
      this.tell({ title: `${this.page.objectLabel} “${name}” was deleted.`, variant: 'success' });
      navigate({
        type: 'standard__objectPage',
        attributes: { objectApiName: this.page.object, actionName: 'list' },
      });
    } catch (error) {
      this.tell({
        title: 'It can’t be deleted',
        message: messageOf(error),
        variant: 'error',
        mode: 'sticky',
      });
    }
  }

  tell(toast) {
    this.dispatchEvent(new ShowToastEvent(toast));
  }
}

function sizeOf(name, count, hasMain) {
  if (count === 1) return '';
  if (!hasMain) return `slds-large-size_1-of-${Math.min(count, 3)}`;
  if (name === 'main') return count > 2 ? 'slds-large-size_6-of-12' : 'slds-large-size_8-of-12';
  return count > 2 ? 'slds-large-size_3-of-12' : 'slds-large-size_4-of-12';
}
