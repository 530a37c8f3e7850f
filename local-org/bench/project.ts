import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

/** A made-up project with `count` classes of about 60 lines and one test class; gives its folder. */
export function syntheticProject(count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  const folder = join(root, 'force-app', 'classes');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' };
  writeFileSync(join(root, 'sfdx-project.json'), JSON.stringify(project));
  const add = (name: string, text: string): void => {
    writeFileSync(join(folder, `${name}.cls`), text);
    writeFileSync(join(folder, `${name}.cls-meta.xml`), META);
  };
  for (let index = 0; index < count; index++) add(`Service${index}`, serviceClass(index, count));
  add('ServiceTest', testClass());
  return root;
}

function serviceClass(index: number, count: number): string {
  const next = `Service${(index + 1) % count}`;
  const methods = Array.from(
    { length: 8 },
    (_, method) => `
  public Integer work${method}(List<Account> accounts, Map<String, Integer> counts) {
    Integer sum = ${method};
    for (Account each : accounts) {
      if (each.Name != null && each.Name.startsWith('A')) {
        counts.put(each.Name, counts.containsKey(each.Name) ? counts.get(each.Name) + 1 : 1);
        sum += counts.get(each.Name);
      }
    }
    return sum;
  }`,
  ).join('\n');
  return `public with sharing class Service${index} {
  private ${next} following;
  public static final Integer NUMBER_OF = ${index};
${methods}
}
`;
}

function testClass(): string {
  return `@IsTest
private class ServiceTest {
  @IsTest
  static void works() {
    Integer sum = new Service0().work1(new List<Account>{ new Account(Name = 'A') }, new Map<String, Integer>());
    System.assertEquals(2, sum);
  }
}
`;
}
