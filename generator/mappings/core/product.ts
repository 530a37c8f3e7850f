import { standardObject } from '../../language/index.ts';

/**
 * What is sold. The package adds no field: name, code, description and state are there, the join to the billing
 * product is a Billing Link, and what billing charges is kept in Billing Price.
 */
export const Product2 = standardObject('Product2', { added: {} });
