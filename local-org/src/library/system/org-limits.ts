import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** The daily and monthly limits of a Developer Edition org, by the platform's names. The local org uses up only the asynchronous executions. */
const ASYNC = 'DailyAsyncApexExecutions';
const LIMITS: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyWorkflowEmails: 390,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyODataCallout: 1_000,
  HourlyPublishedPlatformEvents: 50_000,
  MassEmail: 10,
  SingleEmail: 15,
};

class OrgLimit extends PlatformObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.OrgLimit');
  }
}

export const orgLimitClass = libraryClass({
  name: 'System.OrgLimit',
  methods: {
    'getName()': (limit: OrgLimit) => limit.name,
    'getLimit()': (limit: OrgLimit) =>
      limit.name === ASYNC ? currentTransaction().asyncExecutions.limit : (LIMITS[limit.name] ?? 0),
    'getValue()': (limit: OrgLimit) => (limit.name === ASYNC ? currentTransaction().asyncExecutions.used : 0),
    'toString()': (limit: OrgLimit) => `OrgLimit[name=${limit.name}]`,
  },
});

export const orgLimitsClass = libraryClass({
  name: 'System.OrgLimits',
  statics: {
    'getAll()': () => {
      const { program } = currentTransaction();
      const limits = Object.keys(LIMITS).map((name) => new OrgLimit(name));
      return new ApexList(program.listOf(program.type('System.OrgLimit')), limits);
    },
    'getMap()': () => {
      const { program } = currentTransaction();
      const type = program.mapOf(program.type('String'), program.type('System.OrgLimit'));
      return new ApexMap(
        type,
        Object.keys(LIMITS).map((name) => [name, new OrgLimit(name)]),
      );
    },
  },
});
