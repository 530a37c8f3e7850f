/** Counts what a trigger sees. */
trigger PrivateNoteCount on Private_Note__c(before update) {
  SharingWithout.seenByTrigger = [SELECT COUNT() FROM Private_Note__c WITH SYSTEM_MODE];
  SharingWithout.seenByHandler = SharingUndeclared.count();
}
