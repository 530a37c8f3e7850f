trigger SampleNotes on Sample_Note__e(after insert) {
  for (Sample_Note__e note : Trigger.new) {
    insert new Account(Name = note.Text__c, Site = note.EventUuid, Description = '' + note.Is_Urgent__c);
  }
}
