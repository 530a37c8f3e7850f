// Hands every event to the probe that a test has set.
trigger SampleLineProbe on Sample_Line__c(
  before insert,
  before update,
  before delete,
  after insert,
  after update,
  after delete,
  after undelete
) {
  if (TriggerProbe.probe != null) {
    TriggerProbe.probe.run();
  }
}
