export const HELP = `local-org: runs a Salesforce DX project without an org

  local-org test [folder]            runs the project's Apex tests
      --class NAME --method NAME     only these; several times, * stands for any text
      --coverage                     line coverage per class
      --watch                        again after each change
      --json, --junit FILE           results for programs
  local-org run "APEX" [folder]      runs anonymous Apex; - reads it from standard input
  local-org query "SOQL" [folder]    runs a query against the data of a fresh org
  local-org check [folder]           compiles everything and says what is wrong
  local-org start [folder]           serves the org with its pages; changes in its files are taken over
      --port N, --host ADDRESS       where; 127.0.0.1:4020 by default
      --reset                        begins with a new database
      --apex FILE, --data PLAN       first records of a new database: anonymous Apex, plans of sf data export tree
      --route FROM=TO                leads callouts elsewhere, e.g. https://name.example=http://127.0.0.1:4010
      --app NAME                     the app that is shown first

  Every command takes
      --namespaced                   with the namespace of sfdx-project.json
      --as-installed                 as in an org where the package is installed
      --feature NAME                 a feature that the org has, e.g. MultiCurrency
      --package-directory FOLDER     instead of those of sfdx-project.json
      --database FILE                keeps the data in a file (run, query, start)
      --no-cache                     compiles everything anew

  The folder is the current one when none is given. Exit code: 0 all well, 1 something failed, 2 wrongly called.`;
