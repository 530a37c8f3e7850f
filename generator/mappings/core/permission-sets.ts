import { permissionSet } from '../../language/index.ts';
import { Account } from './account.ts';
import { BillingBulkRun } from './billing-bulk-run.ts';
import { BillingCallout } from './billing-callout.ts';
import { BillingConnection } from './billing-connection.ts';
import { BillingLink } from './billing-link.ts';
import { BillingOperation } from './billing-operation.ts';
import { LinkBilling, QueryBilling, SetUpBilling, SyncBilling } from './custom-permissions.ts';
import { Invoice } from './invoice.ts';
import { InvoiceLine } from './invoice-line.ts';
import { Order } from './order.ts';
import { OrderItem } from './order-item.ts';
import { Price } from './price.ts';
import { Subscription } from './subscription.ts';
import { SubscriptionItem } from './subscription-item.ts';
import { Term } from './term.ts';

/**
 * For sales and support: see subscriptions, invoices and billing state, synchronise by click, fill the billing fields
 * of accounts and order lines. What billing owns is read-only, links and ledger too: code writes them. What the ledger
 * keeps for admins and for itself they don't see.
 */
export const BillingRep = permissionSet('BillingRep', {
  label: 'Billing Rep',
  objects: [
    { object: Subscription, access: 'read' },
    { object: SubscriptionItem, access: 'read' },
    { object: Price, access: 'read' },
    { object: Term, access: 'read' },
    { object: Invoice, access: 'read' },
    { object: InvoiceLine, access: 'read' },
    { object: BillingConnection, access: 'read' },
    { object: BillingLink, access: 'read', without: ['AgreedDigests__c'] },
    { object: BillingBulkRun, access: 'read' },
    {
      object: BillingOperation,
      access: 'read',
      without: [
        'AdminMessage__c',
        'AfterDigests__c',
        'BeforeDigests__c',
        'LeaseId__c',
        'LeaseUntil__c',
        'OpenIdentity__c',
        'Payload__c',
      ],
    },
  ],
  fieldsOn: [
    { object: Account, access: 'edit' },
    { object: Order, access: 'edit' },
    { object: OrderItem, access: 'edit' },
  ],
  classes: [
    'BillingBulkController',
    'BillingOpenController',
    'BillingPanelController',
    'BillingQueryController',
    'BillingSyncController',
  ],
  customPermissions: [SyncBilling],
  tabs: ['Subscription__c', 'Invoice__c', 'Price__c', 'Term__c', 'Sync_Lists'],
  app: true,
  needs: [
    { userPermission: 'RunFlow', why: 'The list button Sync with Billing opens a flow.' },
    {
      object: 'UserExternalCredential',
      access: 'read',
      why: 'Every call to the billing system reads the credential on behalf of the person who clicked.',
    },
    {
      object: 'Account',
      access: 'edit',
      why: 'Sync, Open and Query start from accounts. Billing Email is shared, and what billing has newer is written as the person who clicked.',
    },
    {
      object: 'Account',
      field: 'BillingAddress',
      access: 'read',
      why: 'The address goes onto invoices. If it is hidden it looks empty, so the account is blocked.',
    },
    {
      object: 'Order',
      access: 'edit',
      why: 'Sync, Open and Query start from orders. The billing fields of lines are filled by hand, and lines follow their order.',
    },
    {
      object: 'Order',
      field: 'PoNumber',
      access: 'read',
      why: 'The customer’s purchase order number goes onto invoices.',
    },
    { object: 'Product2', access: 'read', why: 'Lines of an order are sent by their product’s link.' },
    {
      object: 'Product2',
      field: 'StockKeepingUnit',
      access: 'read',
      why: 'Part of the comparison of a product.',
    },
    {
      object: 'Product2',
      field: 'Description',
      access: 'read',
      why: 'Part of the comparison of a product.',
    },
    { object: 'Pricebook2', access: 'read', why: 'Lines of an order name an entry of a price book.' },
  ],
});

/**
 * For the person who connects, watches and mends: connections, links, ledger and log in full, and the initial load of
 * subscriptions, prices and links with bulk tools. Given in addition to Billing Rep's work, it contains it.
 */
export const BillingAdmin = permissionSet('BillingAdmin', {
  label: 'Billing Admin',
  objects: [
    { object: BillingConnection, access: 'modifyAll', create: true },
    { object: BillingLink, access: 'modifyAll', create: true },
    { object: BillingOperation, access: 'modifyAll' },
    { object: BillingBulkRun, access: 'modifyAll' },
    { object: BillingCallout, access: 'modifyAll' },
    { object: Subscription, access: 'modifyAll', create: true },
    { object: SubscriptionItem, access: 'delete', create: true },
    { object: Price, access: 'modifyAll', create: true },
    { object: Term, access: 'modifyAll', create: true },
    { object: Invoice, access: 'modifyAll', create: true },
    { object: InvoiceLine, access: 'delete', create: true },
  ],
  fieldsOn: [
    { object: Account, access: 'edit' },
    { object: Order, access: 'edit' },
    { object: OrderItem, access: 'edit' },
  ],
  classes: [
    'BillingAutomationController',
    'BillingBulkController',
    'BillingCredentialController',
    'BillingLinkController',
    'BillingOpenController',
    'BillingOperationController',
    'BillingPanelController',
    'BillingPermissionController',
    'BillingQueryController',
    'BillingRefreshController',
    'BillingSetupController',
    'BillingSyncController',
  ],
  customPermissions: [SyncBilling, QueryBilling, LinkBilling, SetUpBilling],
  tabs: 'all',
  app: true,
  needs: [
    { userPermission: 'RunFlow', why: 'The list button Sync with Billing opens a flow.' },
    {
      userPermission: 'ManageNamedCredentials',
      why: 'Set-up makes the external and the named credential of a connection.',
    },
    {
      userPermission: 'ManageProfilesPermissionsets',
      why: 'Set-up makes the org’s own permission set, which carries what the package can’t grant.',
    },
    {
      userPermission: 'AssignPermissionSets',
      why: 'Set-up gives that permission set to the automation user and to the people who synchronise.',
    },
    { userPermission: 'ViewSetup', why: 'Set-up shows what is not placed on pages and who lacks what.' },
    {
      object: 'UserExternalCredential',
      access: 'read',
      why: 'Every call to the billing system reads the credential on behalf of the person who clicked.',
    },
    { object: 'Account', access: 'edit', why: 'Admins link accounts by hand and choose their connection.' },
    {
      object: 'Account',
      field: 'BillingAddress',
      access: 'read',
      why: 'The address goes onto invoices. If it is hidden it looks empty, so the account is blocked.',
    },
    { object: 'Order', access: 'read', why: 'Admins look after orders that are blocked or failed.' },
    {
      object: 'Order',
      field: 'PoNumber',
      access: 'read',
      why: 'The customer’s purchase order number goes onto invoices.',
    },
    { object: 'Product2', access: 'edit', why: 'Admins link products and load the catalog.' },
    {
      object: 'Product2',
      field: 'StockKeepingUnit',
      access: 'edit',
      why: 'Part of the comparison of a product, and filled by the initial load.',
    },
    {
      object: 'Product2',
      field: 'Description',
      access: 'edit',
      why: 'Part of the comparison of a product, and filled by the initial load.',
    },
    { object: 'Pricebook2', access: 'read', why: 'Lines of an order name an entry of a price book.' },
  ],
});

/**
 * For the user who does everything that nobody clicks: the runner, the scheduled refresh, the sweep. It reads what
 * takes part and writes what belongs to people in user mode; links, mirrors, ledger and log are written by code.
 */
export const BillingAutomation = permissionSet('BillingAutomation', {
  label: 'Billing Automation',
  objects: [
    { object: BillingConnection, access: 'viewAll' },
    { object: BillingLink, access: 'viewAll' },
    { object: BillingOperation, access: 'viewAll' },
    { object: BillingBulkRun, access: 'viewAll' },
    { object: BillingCallout, access: 'viewAll' },
    { object: Subscription, access: 'viewAll' },
    { object: SubscriptionItem, access: 'read' },
    { object: Price, access: 'viewAll' },
    { object: Term, access: 'viewAll' },
    { object: Invoice, access: 'viewAll' },
    { object: InvoiceLine, access: 'read' },
  ],
  fieldsOn: [
    { object: Account, access: 'edit' },
    { object: Order, access: 'read' },
    { object: OrderItem, access: 'read' },
  ],
  classes: [],
  customPermissions: [SyncBilling],
  tabs: 'none',
  needs: [
    {
      object: 'UserExternalCredential',
      access: 'read',
      why: 'Every call in the background reads the credential on behalf of the automation user.',
    },
    {
      object: 'Account',
      access: 'edit',
      why: 'Newer values from billing are written to the fields that both sides share. Sharing must reach all accounts.',
    },
    {
      object: 'Account',
      field: 'BillingAddress',
      access: 'edit',
      why: 'The address goes onto invoices. If it is hidden it looks empty, so the account is blocked.',
    },
    {
      object: 'Order',
      access: 'read',
      why: 'Activated orders are sent in the background. Sharing must reach all orders.',
    },
    {
      object: 'Order',
      field: 'PoNumber',
      access: 'read',
      why: 'The customer’s purchase order number goes onto invoices.',
    },
    { object: 'Product2', access: 'edit', why: 'The catalog is kept in step with billing.' },
    { object: 'Product2', access: 'create', why: 'New products of the billing catalog are added.' },
    { object: 'Product2', field: 'StockKeepingUnit', access: 'edit', why: 'Comes from the billing catalog.' },
    { object: 'Product2', field: 'Description', access: 'edit', why: 'Comes from the billing catalog.' },
    { object: 'Pricebook2', access: 'read', why: 'Lines of an order name an entry of a price book.' },
  ],
});
