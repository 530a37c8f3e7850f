import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { ApexException } from '../../values/exception.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { currentPage } from './apex-pages.ts';
import { addMessagesOf } from './messages.ts';
import { PageReference } from './page-reference.ts';

/** `ApexPages.StandardController`: what a page of one record can do with it. */
class StandardController extends PlatformObject {
  readonly record: SObject;

  constructor(record: SObject | null) {
    super();
    this.record = record ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('ApexPages.StandardController');
  }

  /** The record's page, or the tab of its object when it has no id. */
  view(): PageReference {
    return new PageReference(`/${this.record.id ?? `${this.record.object.keyPrefix}/o`}`);
  }

  /** Null, with messages, when the record can't be saved. */
  save(): PageReference | null {
    return tried(() => {
      const kind = this.record.id === null ? 'insert' : 'update';
      currentTransaction().data.save({ kind }, [this.record], { access: 'system', allOrNone: true });
      return this.view();
    });
  }

  delete(): PageReference | null {
    return tried(() => {
      currentTransaction().data.delete([this.record.id ?? ''], { access: 'system', allOrNone: true });
      return new PageReference(`/${this.record.object.keyPrefix}/o`);
    });
  }
}

/** What a page does with a failure of DML: it shows it and stays. */
export function tried(act: () => PageReference): PageReference | null {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ApexException) || error.$dmlFailures.length === 0) throw error;
    addMessagesOf(error);
    return null;
  }
}

/** Where a page that is left leads: to `retURL`, and else where the controller says. */
export function returnPage(otherwise: () => PageReference): PageReference {
  const address = currentPage()?.parameters.get('retURL');
  return typeof address === 'string' ? new PageReference(address) : otherwise();
}

export function addFields(): never {
  throwApex(
    'System.SObjectException',
    'You cannot call addFields when the data is already being passed into the controller by the caller.',
  );
}

function reset(): never {
  throwApex(
    'System.SObjectException',
    'You cannot call reset when the data is being passed into the controller by the caller.',
  );
}

export const standardControllerClass = libraryClass({
  name: 'ApexPages.StandardController',
  constructors: { '(SObject)': (_, record) => new StandardController(record) },
  methods: {
    'addFields(List<String>)': addFields,
    'cancel()': (controller: StandardController) => returnPage(() => controller.view()),
    'delete()': (controller: StandardController) => controller.delete(),
    'edit()': (controller: StandardController) => new PageReference(`${controller.view().url}/e`),
    'getId()': (controller: StandardController) => controller.record.id,
    'getRecord()': (controller: StandardController) => controller.record,
    'reset()': reset,
    'save()': (controller: StandardController) => controller.save(),
    'view()': (controller: StandardController) => controller.view(),
  },
});
