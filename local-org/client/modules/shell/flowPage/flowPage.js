import { LightningElement, api } from 'lwc';
import { FLOW_ATTRIBUTE_CHANGE, FLOW_NAVIGATION } from 'lightning/flowSupport';
import { getJson } from 'host/http';
import { messageOf } from 'host/messages';
import { goTo } from 'host/router';

const MASS_INPUT = 'ids';
const RETURN = 'retURL';

/** A screen flow whose screens hold Lightning web components. */
export default class FlowPage extends LightningElement {
  @api flowName;
  /** The parameters of the address: input variables, and where to go at the end. */
  @api state = {};

  flow;
  problem;
  screenIndex = 0;
  variables = {};

  async connectedCallback() {
    this.template.addEventListener(FLOW_ATTRIBUTE_CHANGE, (event) => this.keep(event));
    this.template.addEventListener(FLOW_NAVIGATION, (event) => this.move(event.detail.navigation));
    try {
      this.flow = await getJson(`/local/flow/${this.flowName}`);
      this.variables = inputsOf(this.state);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get screen() {
    return this.flow.screens[this.screenIndex];
  }

  get components() {
    return this.screen.components.map((part, index) => ({
      key: `${this.screenIndex}-${index}`,
      index,
      name: part.component,
      properties: this.propertiesOf(part),
    }));
  }

  propertiesOf({ properties }) {
    const entries = Object.entries(properties ?? {}).map(([name, value]) => [name, this.valueOf(value)]);
    return Object.fromEntries([
      ...entries.filter(([, value]) => value !== undefined),
      ['availableActions', this.availableActions],
    ]);
  }

  valueOf(value) {
    return value !== null && typeof value === 'object' ? this.variables[value.variable] : value;
  }

  get availableActions() {
    return [...(this.isFirst ? [] : ['BACK']), this.isLast ? 'FINISH' : 'NEXT'];
  }

  get isFirst() {
    return this.screenIndex === 0;
  }

  get hasBack() {
    return !this.isFirst;
  }

  get isLast() {
    return this.screenIndex === this.flow.screens.length - 1;
  }

  get forwardLabel() {
    return this.isLast ? 'Finish' : 'Next';
  }

  get isLoading() {
    return !this.flow && !this.problem;
  }

  keep(event) {
    const { attributeName, attributeValue } = event.detail;
    const host = event.target.closest('shell-component');
    const part = this.screen.components[Number(host?.dataset.index ?? 0)];
    const bound = part.properties?.[attributeName];
    if (bound?.variable) this.variables = { ...this.variables, [bound.variable]: attributeValue };
  }

  handleForward() {
    const invalid = this.screenComponents
      .map((element) => element.validate?.())
      .find((result) => result?.isValid === false);
    if (invalid) this.problemOfScreen = invalid.errorMessage;
    else this.move(this.isLast ? 'FINISH' : 'NEXT');
  }

  get screenComponents() {
    return [...this.template.querySelectorAll('shell-component')]
      .map(({ element }) => element)
      .filter(Boolean);
  }

  problemOfScreen;

  handleBack() {
    this.move('BACK');
  }

  move(navigation) {
    this.problemOfScreen = undefined;
    if (navigation === 'NEXT' && !this.isLast) this.screenIndex += 1;
    else if (navigation === 'BACK' && !this.isFirst) this.screenIndex -= 1;
    else if (navigation === 'PAUSE') this.problemOfScreen = 'The local org can’t pause a flow.';
    else this.finish();
  }

  finish() {
    const address = this.state[RETURN];
    if (address?.startsWith('/') && !address.startsWith('//')) goTo(address);
    else if (window.history.length > 1) window.history.back();
    else goTo('/lightning/page/home');
  }
}

/** `ids` is the list of chosen records; the rest are texts. */
function inputsOf(state) {
  const inputs = { ...state };
  delete inputs[RETURN];
  if (inputs[MASS_INPUT] !== undefined) inputs[MASS_INPUT] = inputs[MASS_INPUT].split(',').filter(Boolean);
  return inputs;
}
