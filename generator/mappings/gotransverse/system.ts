import { system } from '../../language/index.ts';

/**
 * Gotransverse, JSON API 2.0, Billing microservice.
 *
 * What is public about the API is kept in its contract reference; each fact here carries that reference's mark. Facts
 * marked inferred have not been seen on a live tenant.
 */
export const gotransverse = system({ name: 'gotransverse', label: 'Gotransverse', prefix: 'Gtv' });
