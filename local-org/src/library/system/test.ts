import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { CAPTURES_ALL } from '../../runtime/events/change-capture.ts';
import type { TestState } from '../../runtime/transaction.ts';
import { loadData } from './load-data.ts';
import { TestBroker } from '../events/event-bus.ts';
import { libraryClass, type Value } from '../library.ts';
import type { TypeValue } from '../objects/type-value.ts';
import { setCurrentPage } from '../visualforce/apex-pages.ts';
import { clearPageMessages } from '../visualforce/messages.ts';
import { testInstall, testUninstall } from './install.ts';
import { createStub } from './stub.ts';
import { calculatePermissionSetGroup } from './permission-set-group.ts';
import { required } from './system.ts';

function testState(): TestState {
  return (
    currentTransaction().test ??
    throwApex('System.TypeException', 'This method can only be called from a test.')
  );
}

function setMock(interfaceType: TypeValue, mock: Value): void {
  const name = required(interfaceType, 'interfaceType')
    .type.name.replace(/^System\./, '')
    .toLowerCase();
  if (name !== 'httpcalloutmock') {
    throwApex(
      'System.InvalidParameterValueException',
      `The local org does not support mocks of ${interfaceType.type.name} yet.`,
    );
  }
  testState().calloutMock = required(mock, 'instance');
}

function startTest(): void {
  const state = testState();
  if (state.isStarted) throwApex('System.FinalException', 'Testing already started');
  state.isStarted = true;
  currentTransaction().startTest();
}

function stopTest(): void {
  const state = testState();
  if (!state.isStarted || state.isStopped) throwApex('System.FinalException', 'Testing has not started');
  state.isStopped = true;
  currentTransaction().stopTest();
}

export const testClass = libraryClass({
  name: 'System.Test',
  statics: {
    'isRunningTest()': () => currentTransaction().test !== null,
    'startTest()': startTest,
    'stopTest()': stopTest,
    'enableChangeDataCapture()': () => {
      testState().settings.set(CAPTURES_ALL, true);
    },
    'getEventBus()': () => new TestBroker(),
    'setMock(Type,Object)': setMock,
    'createStub(Type,StubProvider)': (type: TypeValue, provider) => createStub(type, provider),
    'calculatePermissionSetGroup(String)': calculatePermissionSetGroup,
    'calculatePermissionSetGroup(List<String>)': calculatePermissionSetGroup,
    'testInstall(InstallHandler,Version)': (handler, version) => testInstall(handler, version),
    'testInstall(InstallHandler,Version,Boolean)': testInstall,
    'testUninstall(UninstallHandler)': testUninstall,
    'setCurrentPage(Object)': (page) => setCurrentPage(page),
    'setCurrentPageReference(Object)': (page) => setCurrentPage(page),
    'clearApexPageMessages()': clearPageMessages,
    'getStandardPricebookId()': () => currentTransaction().organization.standardPricebookId,
    'setCreatedDate(Id,Datetime)': (id, date) => currentTransaction().data.setCreatedDate(id, date),
    'setFixedSearchResults(List<String>)': (ids) => {
      testState().settings.set('fixedSearchResults', ids);
    },
    'loadData(Schema.SObjectType,String)': (token, resource) => loadData(token, resource),
  },
});

export const stubProviderClass = libraryClass({ name: 'System.StubProvider', virtual: true });
