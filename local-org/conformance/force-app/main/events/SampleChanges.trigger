trigger SampleChanges on Sample__ChangeEvent(after insert) {
  ChangeLog.note(Trigger.new);
}
