import { LightningElement } from 'lwc';
import grant from '@salesforce/apex/BillingPermissionController.grant';
import read from '@salesforce/apex/BillingPermissionController.read';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import complete from '@salesforce/label/c.BillingSetupPermissionsComplete';
import cut from '@salesforce/label/c.BillingSetupPermissionsCut';
import grantHelp from '@salesforce/label/c.BillingSetupPermissionsGrantHelp';
import grantText from '@salesforce/label/c.BillingSetupPermissionsGrant';
import heading from '@salesforce/label/c.BillingSetupStepPermissions';
import help from '@salesforce/label/c.BillingSetupPermissionsHelp';
import nobody from '@salesforce/label/c.BillingSetupPermissionsNobody';
import refused from '@salesforce/label/c.BillingSetupPermissionsRefused';
import saved from '@salesforce/label/c.BillingSetupSaved';
import unknown from '@salesforce/label/c.BillingSetupPermissionsUnknown';

/** The step that shows who lacks what, and grants what the package can't. */
export default class BillingSetupPermissions extends LightningElement {
  isBusy = false;
  error;
  done = '';
  reports;

  label = { complete, cut, grantHelp, grantText, heading, help, nobody, unknown };

  connectedCallback() {
    attempt(this, () => this.read());
  }

  get sets() {
    return (this.reports ?? []).map((report) => ({
      ...report,
      isNobody: report.holders.length === 0,
      lacksAnything: report.holders.some(({ lacks }) => lacks.length > 0),
      holders: report.holders.map((holder) => ({ ...holder, isComplete: holder.lacks.length === 0 })),
    }));
  }

  handleGrant(event) {
    const permissionSet = event.target.dataset.set;
    this.done = '';
    attempt(this, async () => {
      const refusal = await grant({ permissionSet });
      await this.read();
      if (refusal) this.error = fill(refused, refusal);
      else this.done = saved;
    });
  }

  async read() {
    this.reports = await read();
  }
}
