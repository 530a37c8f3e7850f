/** Short forms in which records point to each other. */

/** Another record by its id. @documented S8, S15 */
export interface Reference {
  id: string;
  name?: string;
}

/** An account in short form. @documented S60 */
export interface AccountReference {
  id: string;
  account_num: string;
  external_account_num: string | null;
}

/** A product in short form. @documented S21, S26 */
export interface ProductReference {
  product_type: string;
  id: string;
  name: string;
}
