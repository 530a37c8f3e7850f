/**
 * The one list of reasons why a record takes no part. The panel, the guide and the remedy buttons come from it.
 *
 * Placeholders: `{name}` the record, `{object}` its object's label, `{field}` a field's label, `{value}` a value,
 * `{connection}` the connection's name, `{number}` what people call the billing object by, `{message}` what the
 * billing system said.
 */
import { reason } from '../../language/index.ts';

// ---- the connection -----------------------------------------------------------------------------------------------

/** The record leads to no billing system. */
export const noConnection = reason({
  rep: 'This record is not connected to a billing system yet.',
  admin:
    'Neither the record nor its account names a billing connection, and no active connection is the default. Choose one on the account or make one the default in set-up.',
  remedy: 'openSetup',
});

/** Set-up of the connection is not finished. */
export const connectionNotReady = reason({
  rep: 'The billing system is still being set up.',
  admin: 'Connection {connection} has the status Setting Up. Finish its steps in set-up and activate it.',
  remedy: 'openSetup',
});

/** An admin paused the connection. */
export const connectionPaused = reason({
  rep: 'The connection to the billing system is paused. Nothing is lost; it goes on when it is switched on again.',
  admin:
    'Connection {connection} is paused. Resume it in set-up; queued operations then go on by themselves.',
  remedy: 'openSetup',
});

/** The environment guard locked the connection: the org is not the one that it was made in. */
export const connectionLocked = reason({
  rep: 'This org is a copy, so its connection to the billing system is locked.',
  admin:
    'Connection {connection} was made in another org. Lead it to a test tenant and confirm this org in set-up, or leave it locked.',
  remedy: 'openSetup',
});

/** The running user may not use the credential. The platform refuses such a call before it leaves the org. */
export const noCredentialAccess = reason({
  rep: 'You may not use the billing system yet.',
  admin:
    'The user has no access to the external credential of {connection}, or lacks read access to User External Credentials. Assign the permission set that set-up made.',
  remedy: 'askAdmin',
});

/** The feature rests on a part of the billing system's interface that is not proved, and its switch is off. */
export const featureOff = reason({
  rep: 'This is not switched on for your billing system.',
  admin:
    'The switch for this on connection {connection} is off. It rests on a part of the interface that is not documented: try it in a test tenant, then switch it on in set-up.',
  remedy: 'openSetup',
});

/** The automation level of the object forbids it without a person. */
export const manualOnly = reason({
  rep: 'This is synchronised only when somebody clicks Sync.',
  admin: 'The automation level of {object} on connection {connection} is Manual. Change it in set-up.',
  remedy: 'retry',
});

// ---- permissions --------------------------------------------------------------------------------------------------

/** The person may not synchronise at all. */
export const missingSyncPermission = reason({
  rep: 'You may look at billing data but not synchronise it.',
  admin: 'The user lacks the custom permission Sync with Billing. Assign the permission set Billing Rep.',
  remedy: 'askAdmin',
});

/** The person may not look at the live billing object. */
export const missingQueryPermission = reason({
  rep: 'You may not look into the billing system.',
  admin:
    'The user lacks the custom permission Query Billing. Assign a permission set that has it, such as Billing Admin.',
  remedy: 'askAdmin',
});

/** The person may not link and unlink by hand. */
export const missingLinkPermission = reason({
  rep: 'You may not link records with billing by hand.',
  admin:
    'The user lacks the custom permission Link to Billing by Hand. Assign a permission set that has it, such as Billing Admin.',
  remedy: 'askAdmin',
});

/** A field that the mapping reads is hidden from the person. Read as empty, it would empty the billing side. */
export const missingReadPermission = reason({
  rep: 'You can’t see {field}, so the record can’t be compared with billing.',
  admin:
    'The user can’t read {field} of {object}. A hidden field looks empty and would be sent as empty. Grant read access; set-up lists what each user lacks.',
  remedy: 'askAdmin',
});

/** A field that billing has a newer value for may not be edited by the person. */
export const missingEditPermission = reason({
  rep: 'Billing has a newer value for {field}, which you can’t edit.',
  admin:
    'The user can’t edit {field} of {object}. Grant edit access or let somebody else synchronise the record.',
  remedy: 'askAdmin',
});

// ---- what the record says -----------------------------------------------------------------------------------------

/** A value that billing requires is neither on the record nor among the connection's defaults. */
export const missingRequiredField = reason({
  rep: '{field} is empty, and the billing system needs it.',
  admin: 'Billing requires {field}. Fill it on the record or give the connection a default in set-up.',
  remedy: 'editRecord',
});

/** A value has no counterpart on the other side and the map says that it must have one. */
export const unmappedValue = reason({
  rep: 'The billing system does not know the value “{value}” of {field}.',
  admin:
    'The value map of {field} has no row for “{value}”. Correct the value, or add a row: a record of Billing Value Override.',
  remedy: 'editRecord',
});

/** A text is longer than the side that it goes to can hold, be it billing or Salesforce. It is never cut silently. */
export const valueTooLong = reason({
  rep: 'The text of {field} is too long to be copied to the other side.',
  admin:
    '{field} holds more characters than the side that it goes to, billing or Salesforce, has room for. Shorten the value where it comes from.',
  remedy: 'editRecord',
});

/** Billing sent a value that is not of the kind that the field needs, such as a date that is none. It is not guessed. */
export const unreadableValue = reason({
  rep: '{field} can’t be synchronised: “{value}” can’t be understood.',
  admin:
    '“{value}” for {field} of {object}, on one side or the other, is no value that the mapping knows how to carry over. Nothing was changed. Correct it where it stands; if it is right there, the mapping has to learn it.',
  remedy: 'askAdmin',
});

/** An org with several currencies lacks the one that billing uses: an amount is never shown in a wrong one. */
export const currencyMismatch = reason({
  rep: 'The billing system counts in {value}, a currency that Salesforce does not have here.',
  admin: 'Activate {value} under Manage Currencies in Setup. What billing counts in it is then shown here.',
  remedy: 'askAdmin',
});

/** The mapping takes only some record types, and this is none of them. */
export const recordTypeNotMapped = reason({
  rep: 'Records of this type are not kept in the billing system.',
  admin: 'The mapping of {object} names the record types that take part, and this one is not among them.',
  remedy: 'none',
});

/** The record does not fulfil the conditions under which it takes part. */
export const notSelected = reason({
  rep: 'This record is not meant for the billing system.',
  admin: 'The mapping of {object} sets a condition on {field} that the record does not fulfil.',
  remedy: 'editRecord',
});

// ---- orders and their lines ---------------------------------------------------------------------------------------

/** The order is still a draft in Salesforce, by its status category. */
export const orderNotActivated = reason({
  rep: 'Activate the order first.',
  admin: 'Only orders whose status has the category Activated are sent.',
  remedy: 'editRecord',
});

/** The order has no line that could be sent. */
export const orderWithoutItems = reason({
  rep: 'The order has no products.',
  admin: 'An order without lines can’t be created in billing. Add a product.',
  remedy: 'editRecord',
});

/** The order was confirmed in billing, where it can no longer be changed. */
export const orderAlreadyConfirmed = reason({
  rep: 'The billing system has confirmed this order, so it can’t be changed. Make a new order for the change.',
  admin: 'Billing order {number} is confirmed. Confirmed orders can be neither edited nor voided.',
  remedy: 'none',
});

/** The order is confirmed in billing, and billing is not done with it. */
export const orderWaiting = reason({
  rep: 'The billing system has the order and is not done with it; an approval may be missing. It goes on by itself.',
  admin:
    'Billing order {number} has the state {value}. Its subscriptions come when it is carried out: the operation looks again by itself.',
  remedy: 'retry',
});

/** The order ended in billing without having been carried out: cancelled, denied, or failed. */
export const orderEnded = reason({
  rep: 'The billing system has ended this order without carrying it out. Make a new order if it is still wanted.',
  admin:
    'Billing order {number} has the state {value}. It is never sent again by itself, since somebody has decided so.',
  remedy: 'none',
});

/** The draft in billing is not what the order says, so it is not confirmed. */
export const orderDiffers = reason({
  rep: 'The draft of this order in the billing system says something else than the order here. Nothing was confirmed.',
  admin:
    'The items of draft {number} in billing are not the lines of the order. Correct the draft in billing, then synchronise again.',
  remedy: 'askAdmin',
});

/** The line says nothing of what it asks for, as lines that are older than the package. It could be anything. */
export const requestTypeMissing = reason({
  rep: 'A line does not say what it asks for. Choose its request type.',
  admin:
    'The request type of an order line is empty, as on lines that existed before the package was installed. Choose one on the line. Lines of orders that billing has already must stay empty.',
  remedy: 'editRecord',
});

/** The line asks for something that is not supported for its product, state or system. */
export const requestTypeNotSupported = reason({
  rep: 'A line asks for “{value}”, which can’t be sent to the billing system yet.',
  admin:
    'Request type {value} is not supported on connection {connection}. Do it in billing and synchronise.',
  remedy: 'editRecord',
});

/** A line that changes or ends something names no subscription. */
export const subscriptionMissing = reason({
  rep: 'A line asks for “{value}” but names no subscription.',
  admin: 'All request types but New need a subscription on the order line.',
  remedy: 'editRecord',
});

/** No price of the product fits, or several do. */
export const priceNotClear = reason({
  rep: 'Choose a billing price for {name}.',
  admin:
    'The line names no billing price, and the product has none or several for its currency and term. Choose one on the line, or synchronise the product.',
  remedy: 'editRecord',
});

/** The line's price differs from a price that may not be changed. */
export const priceNotChangeable = reason({
  rep: 'The price of {name} can’t be changed on an order.',
  admin: 'Billing does not allow an own amount for this price. Use the list price or another billing price.',
  remedy: 'editRecord',
});

// ---- records that have to be linked first -------------------------------------------------------------------------

/** The record itself is joined to no billing object, so there is nothing to look at. */
export const notLinked = reason({
  rep: 'This record is not in the billing system yet.',
  admin: 'No Billing Link leads from {name} to a billing object. Synchronise the record, or link it by hand.',
  remedy: 'retry',
});

/** The account has no billing account on this connection. */
export const accountNotLinked = reason({
  rep: 'The account is not in the billing system yet. Synchronise the account first.',
  admin: 'Account {name} has no billing account on connection {connection}.',
  remedy: 'openAccount',
});

/** The product has no counterpart in billing. */
export const productNotLinked = reason({
  rep: '{name} is not in the billing system’s catalog.',
  admin: 'Product {name} is not linked on connection {connection}. Synchronise the product.',
  remedy: 'askAdmin',
});

/** The price has no counterpart in billing. */
export const priceNotLinked = reason({
  rep: 'The price {name} is not in the billing system.',
  admin: 'Billing price {name} is not linked on connection {connection}. Synchronise its product.',
  remedy: 'askAdmin',
});

/** The term has no counterpart in billing. */
export const termNotLinked = reason({
  rep: 'The term {name} is not in the billing system.',
  admin: 'Contract term {name} is not linked on connection {connection}. Synchronise the catalog.',
  remedy: 'askAdmin',
});

/** The subscription that a line names has no service in billing. */
export const subscriptionNotLinked = reason({
  rep: 'The subscription {name} is not in the billing system.',
  admin: 'Subscription {name} has no service on connection {connection}. Synchronise it, or link it by hand.',
  remedy: 'retry',
});

// ---- pages of the billing system -----------------------------------------------------------------------------------

/** The connection has no template for the object's page, so Open has no address. */
export const noAddress = reason({
  rep: 'Nobody has said yet where the billing system shows this.',
  admin:
    'Connection {connection} has no link template for {object}. Fill it, and the allowed hosts, in set-up.',
  remedy: 'openSetup',
});

/** A template names something that the billing object does not have, so the address would be a wrong one. */
export const addressIncomplete = reason({
  rep: 'The address of this in the billing system is not known.',
  admin:
    'The link template of {object} on connection {connection} asks for {value}, which the mapping does not offer or the billing object does not have. Correct the template in set-up.',
  remedy: 'openSetup',
});

/** The address leads to a host that the connection does not list, or is no web address at all. */
export const addressNotAllowed = reason({
  rep: 'The address of this in the billing system is not an allowed one, so it is not opened.',
  admin:
    'The link template of {object} on connection {connection} leads to “{value}”. Only http and https addresses of the connection’s allowed hosts are opened. Correct template or list in set-up.',
  remedy: 'openSetup',
});

// ---- disagreement between the two sides ---------------------------------------------------------------------------

/** Both sides changed the same field since they last agreed. */
export const conflict = reason({
  rep: '{field} was changed here and in billing. Choose which value stays.',
  admin:
    'Both sides changed {field} since the last synchronisation, and its conflict rule is to ask a person.',
  remedy: 'resolveConflict',
});

/** A value was changed here after it was sent, and the billing system offers nothing to change it by. */
export const keptInBilling = reason({
  rep: '{field} is another one in billing: {value}. It was sent once and is not sent again; who works in the billing system can change it there.',
  admin:
    'Salesforce decides {field} of {object}, but the billing system takes no change of it from here: the mapping names no operation for updates. Change it in billing, or here back to what billing has.',
  remedy: 'none',
});

/** Something that looks like this record is in billing already, but nothing proves that it is the same. */
export const foundInBilling = reason({
  rep: 'Billing has {number}, which looks like this record. Link them or create a new one.',
  admin:
    'A billing object agrees in name, number or e-mail but does not carry the key of this record. A person decides.',
  remedy: 'resolveConflict',
});

/** Several billing objects carry the key of this record. */
export const duplicateInBilling = reason({
  rep: 'The billing system holds this record more than once.',
  admin:
    'Several billing objects carry the key of {name}. Link the right one by hand and clear the key of the others.',
  remedy: 'askAdmin',
});

/** The billing object is joined to another record. */
export const linkedElsewhere = reason({
  rep: '{number} in billing belongs to another record here.',
  admin: 'A Billing Link joins {number} to {name}. Unlink it there first if that is wrong.',
  remedy: 'askAdmin',
});

/** The billing object that the record was linked to is gone. */
export const missingInBilling = reason({
  rep: 'What this record was linked to is no longer in the billing system.',
  admin: 'Billing does not find {number} any more. Look there what became of it, then unlink or link anew.',
  remedy: 'askAdmin',
});

/** The values changed between preview and run. */
export const changedSincePreview = reason({
  rep: 'The record was changed since you looked. Look again before you go on.',
  admin: 'The hashes of {name} differ from those of the preview. Nothing was written.',
  remedy: 'retry',
});

/** The preview is too old to be run. */
export const previewExpired = reason({
  rep: 'What you saw is too old. Look again before you go on.',
  admin: 'The proposed operation has expired. Nothing was written.',
  remedy: 'retry',
});

/** Another operation on the same record is not finished. */
export const operationInProgress = reason({
  rep: 'This record is being synchronised right now.',
  admin: 'An operation on {name} is queued or running. It has to end first.',
  remedy: 'retry',
});

/** Another operation on the same record could not be finished yet. Its next attempt looks first what was done. */
export const operationWaiting = reason({
  rep: 'A synchronisation of this record waits. {message} It goes on by itself, not before {value}.',
  admin:
    'An operation on {name} is tried again at {value} or soon after. While everything is paused it waits longer.',
  remedy: 'retry',
});

/** Another operation on the same record waits for a person. */
export const operationParked = reason({
  rep: 'An earlier synchronisation of this record waits for your admin to decide.',
  admin:
    'An operation on {name} is parked: it is in the list Parked Operations. Decide there what comes next.',
  remedy: 'askAdmin',
});

// ---- what the billing system answered -----------------------------------------------------------------------------

/** Billing understood the request and said no. */
export const billingRejected = reason({
  rep: 'The billing system did not accept this: {message}.',
  admin:
    'Billing answered: {message}. Status and correlation id are on the operation, the call is in the callout log.',
  remedy: 'editRecord',
});

/** Billing did not answer, or answered that it can't work now. */
export const billingUnavailable = reason({
  rep: 'The billing system does not answer at the moment. Nothing is lost.',
  admin:
    'Time-out, status 429 or a server error. The operation is tried again by itself and looks first what had been done.',
  remedy: 'retry',
});

/** Billing refused the key of the connection. */
export const billingAccessDenied = reason({
  rep: 'The billing system refuses the connection.',
  admin: 'Billing answered: {message}. Renew the key in set-up and test the connection.',
  remedy: 'openSetup',
});

// ---- what went wrong in Salesforce ---------------------------------------------------------------------------------

/** The billing system knows nothing like the record's object. */
export const objectNotMapped = reason({
  rep: 'The billing system keeps nothing like this record.',
  admin: 'The billing system of connection {connection} has no mapping for {object}.',
  remedy: 'none',
});

/** No job can be started: the org has used up its asynchronous limit, or other automation those of the transaction. */
export const noJobLeft = reason({
  rep: 'Salesforce has no room for work in the background at the moment. Nothing is lost.',
  admin:
    'No background job could be started: the org has used up its asynchronous executions, or other automation took the jobs of the transaction. The heartbeat goes on with it; set-up shows whether it beats.',
  remedy: 'retry',
});

/** A rule, a trigger or the platform refused to store what came from billing. The link stays; nothing is sent again. */
export const recordNotSaved = reason({
  rep: 'Billing is up to date, but the record here could not be saved: {message}.',
  admin:
    'Salesforce refused to save {name}: {message}. It is a rule, a trigger or a permission of this org. Mend it and synchronise again.',
  remedy: 'editRecord',
});

/** A run of many records ended before it came to this one. */
export const notReached = reason({
  rep: 'This was not looked at, because the work in the background was stopped. Synchronise it again.',
  admin: 'What stopped it: {message}. Nothing was written. Synchronise it again.',
  remedy: 'retry',
});

/** Another transaction held a record for longer than the platform waits. */
export const recordsBusy = reason({
  rep: 'Somebody else is working on the same records at this moment. Look again in a minute.',
  admin:
    'Another transaction held a record for longer than the platform waits: {message}. What was done in billing is found by its key at the next look.',
  remedy: 'retry',
});

/** Something that nobody expected. The operation keeps what an admin needs to tell. */
export const unexpectedProblem = reason({
  rep: 'Something went wrong that should not. Ask your admin to look at the operation.',
  admin: 'An error that is not handled: {message}. The operation holds where it came from.',
  remedy: 'askAdmin',
});
