import again from '@salesforce/label/c.BillingResolveAgain';
import cancel from '@salesforce/label/c.BillingCancel';
import confirm from '@salesforce/label/c.BillingResolveDo';
import failed from '@salesforce/label/c.BillingResolveFailed';
import finish from '@salesforce/label/c.BillingResolveFinish';
import intro from '@salesforce/label/c.BillingResolveIntro';
import notParked from '@salesforce/label/c.BillingResolveNotParked';
import question from '@salesforce/label/c.BillingResolveQuestion';

export const label = { again, cancel, confirm, failed, finish, intro, notParked, question };
