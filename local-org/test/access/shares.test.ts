import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { assertPassed, resultsOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

/* Apex Developer Guide, "Sharing a Record Using Apex": the level has to be higher than the organization's default. */

const project = new TemporaryProject({
  ShareTest: `@IsTest private class ShareTest {
    private static Database.SaveResult share(String level) {
      Open_Note__c note = new Open_Note__c(Name = 'Note');
      insert note;
      User other = [SELECT Id FROM User WHERE LastName = 'Rep'];
      return Database.insert(new Open_Note__Share(ParentId = note.Id, UserOrGroupId = other.Id, AccessLevel = level), false);
    }
    @IsTest static void lowLevelIsRefused() {
      Database.Error error = share('Read').getErrors()[0];
      Assert.areEqual(StatusCode.FIELD_FILTER_VALIDATION_EXCEPTION, error.getStatusCode());
      Assert.isTrue(error.getMessage().contains('AccessLevel'), error.getMessage());
    }
    @IsTest static void higherLevelIsTaken() { Assert.isTrue(share('Edit').isSuccess()); }
  }`,
});
project.addMetadata(
  'objects/Open_Note__c/Open_Note__c.object-meta.xml',
  'CustomObject',
  `<label>Note</label><pluralLabel>Notes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
   <deploymentStatus>Deployed</deploymentStatus><sharingModel>Read</sharingModel>`,
);
const org = createOrg({ project: project.root, cache: null });
org.addUser({ name: 'Rep' });
after(async () => {
  await org.close();
  project.remove();
});

test('a share that gives no more than everybody has is refused', () => {
  assertPassed(resultsOf(org, 'ShareTest'), 'lowLevelIsRefused', 'higherLevelIsTaken');
});
