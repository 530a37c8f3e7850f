trigger SampleLineChanges on Sample_Line__ChangeEvent(after insert) {
  for (Sample_Line__ChangeEvent event : Trigger.new) {
    EventBus.ChangeEventHeader header = event.ChangeEventHeader;
    ChangeLog.lines.add(
      header.getEntityName() + ' ' + header.changeType + ' ' + header.getRecordIds().size()
    );
  }
}
