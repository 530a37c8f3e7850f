export const FLOW_ATTRIBUTE_CHANGE = 'lightning__flowattributechange';
export const FLOW_NAVIGATION = 'lightning__flownavigation';

/** Tells the flow that an output of the screen component has a new value. */
export class FlowAttributeChangeEvent extends CustomEvent {
  constructor(attributeName, attributeValue) {
    super(FLOW_ATTRIBUTE_CHANGE, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { attributeName, attributeValue },
    });
  }
}

class FlowNavigationEvent extends CustomEvent {
  constructor(navigation) {
    super(FLOW_NAVIGATION, { bubbles: true, composed: true, cancelable: true, detail: { navigation } });
  }
}

export class FlowNavigationNextEvent extends FlowNavigationEvent {
  constructor() {
    super('NEXT');
  }
}

export class FlowNavigationBackEvent extends FlowNavigationEvent {
  constructor() {
    super('BACK');
  }
}

export class FlowNavigationFinishEvent extends FlowNavigationEvent {
  constructor() {
    super('FINISH');
  }
}

export class FlowNavigationPauseEvent extends FlowNavigationEvent {
  constructor() {
    super('PAUSE');
  }
}
