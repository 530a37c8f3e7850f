import { TemporaryProject } from '../temporary-project.ts';

/** A project with a bit of everything that pages are composed of. */
export function parcelProject(): TemporaryProject {
  const project = new TemporaryProject({
    ParcelController: `public with sharing class ParcelController {
      @AuraEnabled(cacheable=true) public static String greet(String name) { return 'Hello ' + name; }
      @AuraEnabled public static void refuse() { throw new AuraHandledException('No parcels today.'); }
      @AuraEnabled public static Id user() { return UserInfo.getUserId(); }
      @AuraEnabled public static void later() { System.enqueueJob(new Later()); }
      public class Later implements Queueable {
        public void execute(QueueableContext context) { insert new Parcel__c(Name = 'Made later'); }
      }
    }`,
  });
  project.addClass(
    'HiddenController',
    'public class HiddenController { @AuraEnabled public static Integer peek() { return 1; } }',
  );
  addParcel(project);
  addPages(project);
  return project;
}

function field(name: string, content: string): string {
  return `<fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${content}`;
}

function addParcel(project: TemporaryProject): void {
  const folder = 'objects/Parcel__c';
  project.addMetadata(
    `${folder}/Parcel__c.object-meta.xml`,
    'CustomObject',
    `<label>Parcel</label><pluralLabel>Parcels</pluralLabel><nameField><label>Parcel Name</label><type>Text</type></nameField>
     <sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>
     <compactLayoutAssignment>Short</compactLayoutAssignment>
     <searchLayouts><customTabListAdditionalFields>Weight__c</customTabListAdditionalFields><listViewButtons>Send</listViewButtons></searchLayouts>
     <actionOverrides><actionName>View</actionName><content>Parcel_Page</content><formFactor>Large</formFactor><type>Flexipage</type></actionOverrides>`,
  );
  const fields = {
    Weight__c: '<type>Number</type><precision>8</precision><scale>2</scale>',
    State__c: `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
      <value><fullName>Open</fullName><default>true</default><label>Still open</label></value>
      <value><fullName>Sent</fullName><default>false</default><label>On its way</label></value></valueSetDefinition></valueSet>`,
    Account__c:
      '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Parcels</relationshipName><relationshipLabel>Parcels</relationshipLabel>',
    Fragile__c: '<type>Checkbox</type><defaultValue>false</defaultValue>',
    Due__c: '<type>Date</type>',
  };
  for (const [name, content] of Object.entries(fields)) {
    project.addMetadata(`${folder}/fields/${name}.field-meta.xml`, 'CustomField', field(name, content));
  }
  project.addMetadata(
    `${folder}/validationRules/NotNegative.validationRule-meta.xml`,
    'ValidationRule',
    '<fullName>NotNegative</fullName><active>true</active><errorConditionFormula>Weight__c &lt; 0</errorConditionFormula><errorMessage>A parcel weighs something.</errorMessage><errorDisplayField>Weight__c</errorDisplayField>',
  );
  project.addMetadata(
    `${folder}/compactLayouts/Short.compactLayout-meta.xml`,
    'CompactLayout',
    '<fullName>Short</fullName><fields>Name</fields><fields>State__c</fields><label>Short</label>',
  );
  project.addMetadata(
    `${folder}/listViews/Heavy.listView-meta.xml`,
    'ListView',
    `<fullName>Heavy</fullName><columns>NAME</columns><columns>Account__c</columns><columns>OWNER.ALIAS</columns>
     <filterScope>Everything</filterScope><label>Heavy Parcels</label>
     <booleanFilter>1 AND (2 OR 3)</booleanFilter>
     <filters><field>Weight__c</field><operation>greaterThan</operation><value>10</value></filters>
     <filters><field>State__c</field><operation>equals</operation><value>Open,Sent</value></filters>
     <filters><field>NAME</field><operation>contains</operation><value>It's</value></filters>`,
  );
  project.addMetadata(
    `${folder}/webLinks/Send.webLink-meta.xml`,
    'WebLink',
    '<fullName>Send</fullName><displayType>massActionButton</displayType><masterLabel>Send Parcels</masterLabel><requireRowSelection>true</requireRowSelection><url>/flow/Send_Parcels?retURL=%2F</url>',
  );
}

function component(name: string, properties: Record<string, string>, rule = ''): string {
  const list = Object.entries(properties)
    .map(
      ([key, value]) =>
        `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`,
    )
    .join('');
  return `<itemInstances><componentInstance>${list}<componentName>${name}</componentName>${rule}</componentInstance></itemInstances>`;
}

function pageField(name: string, behaviour = 'none'): string {
  return `<itemInstances><fieldInstance><fieldInstanceProperties><name>uiBehavior</name><value>${behaviour}</value></fieldInstanceProperties><fieldItem>Record.${name}</fieldItem></fieldInstance></itemInstances>`;
}

function region(name: string, type: 'Region' | 'Facet', items: string): string {
  return `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

function rule(left: string, operator: string, right: string): string {
  return `<visibilityRule><criteria><leftValue>{!${left}}</leftValue><operator>${operator}</operator><rightValue>${right}</rightValue></criteria></visibilityRule>`;
}

const FOR_SECRETS = rule('$Permission.CustomPermission.SeeSecrets', 'EQUAL', 'true');
const ACTIONS = `<itemInstances><componentInstance><componentInstanceProperties><name>actionNames</name><valueList>
  <valueListItems><value>Parcel__c.Weigh</value></valueListItems><valueListItems><value>Edit</value></valueListItems>
  <valueListItems><value>Delete</value>${FOR_SECRETS}</valueListItems>
  </valueList></componentInstanceProperties><componentName>force:highlightsPanel</componentName></componentInstance></itemInstances>`;

function addPages(project: TemporaryProject): void {
  project.addMetadata(
    'flexipages/Parcel_Page.flexipage-meta.xml',
    'FlexiPage',
    [
      region('header', 'Region', ACTIONS),
      region('left', 'Facet', pageField('Name', 'required') + pageField('Weight__c')),
      region('right', 'Facet', pageField('State__c', 'readonly')),
      region(
        'columns',
        'Facet',
        component('flexipage:column', { body: 'left' }) + component('flexipage:column', { body: 'right' }),
      ),
      region(
        'details',
        'Facet',
        component('flexipage:fieldSection', { columns: 'columns', label: 'What it is' }),
      ),
      region(
        'tabs',
        'Facet',
        component('flexipage:tab', { body: 'details', title: 'Standard.Tab.detail', active: 'true' }),
      ),
      region(
        'main',
        'Region',
        component('flexipage:tabset', { tabs: 'tabs' }) +
          component('c:parcelMap', { zoom: '3' }, rule('Record.Weight__c', 'GT', '10')) +
          component('parcelSecrets', {}, rule('$Permission.CustomPermission.SeeSecrets', 'EQUAL', 'true')) +
          component('runtime_sales_activities:activityPanel', {}),
      ),
      '<masterLabel>Parcel Page</masterLabel><sobjectType>Parcel__c</sobjectType><type>RecordPage</type><template><name>flexipage:recordHomeTwoColEqualHeaderTemplateDesktop</name></template>',
    ].join(''),
  );
  project.addMetadata(
    'layouts/Account-Account Layout.layout-meta.xml',
    'Layout',
    `<layoutSections><label>Who</label><layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns>
     <layoutColumns><layoutItems><behavior>Readonly</behavior><field>Phone</field></layoutItems></layoutColumns></layoutSections>
     <layoutSections><label>Nothing</label><layoutColumns/></layoutSections>
     <relatedLists><fields>NAME</fields><fields>State__c</fields><relatedList>Parcel__c.Account__c</relatedList></relatedLists>`,
  );
  project.addMetadata(
    'quickActions/Parcel__c.Weigh.quickAction-meta.xml',
    'QuickAction',
    '<actionSubtype>ScreenAction</actionSubtype><label>Weigh</label><lightningWebComponent>parcelScales</lightningWebComponent><type>LightningWebComponent</type>',
  );
  project.addMetadata(
    'tabs/Parcel__c.tab-meta.xml',
    'CustomTab',
    '<customObject>true</customObject><motif>Custom40: Box</motif>',
  );
  project.addMetadata(
    'tabs/Desk.tab-meta.xml',
    'CustomTab',
    '<label>Desk</label><lwcComponent>parcelDesk</lwcComponent><motif>Custom5: Bell</motif>',
  );
  project.addMetadata(
    'applications/Parcels.app-meta.xml',
    'CustomApplication',
    '<brand><headerColor>#112233</headerColor></brand><label>Parcel Post</label><tabs>Parcel__c</tabs><tabs>standard-Account</tabs><tabs>Desk</tabs>',
  );
  project.addMetadata(
    'flows/Send_Parcels.flow-meta.xml',
    'Flow',
    `<label>Send Parcels</label><processType>Flow</processType><start><connector><targetReference>Screen</targetReference></connector></start>
     <screens><name>Screen</name><label>Send</label><fields><extensionName>c:parcelSender</extensionName><fieldType>ComponentInstance</fieldType>
     <inputParameters><name>recordIds</name><value><elementReference>ids</elementReference></value></inputParameters>
     <inputParameters><name>size</name><value><numberValue>5</numberValue></value></inputParameters><name>Sender</name></fields></screens>
     <variables><name>ids</name><dataType>String</dataType><isCollection>true</isCollection><isInput>true</isInput><isOutput>false</isOutput></variables>`,
  );
  project.addMetadata(
    'flows/Too_Much.flow-meta.xml',
    'Flow',
    '<label>Too much</label><decisions><name>Which</name></decisions>',
  );
  project.addMetadata(
    'labels/CustomLabels.labels-meta.xml',
    'CustomLabels',
    '<labels><fullName>ParcelTitle</fullName><language>en_US</language><protected>true</protected><shortDescription>Title</shortDescription><value>My parcels</value></labels>',
  );
  project.addMetadata(
    'customPermissions/SeeSecrets.customPermission-meta.xml',
    'CustomPermission',
    '<label>See secrets</label>',
  );
  project.addMetadata(
    'permissionsets/Clerk.permissionset-meta.xml',
    'PermissionSet',
    `<label>Clerk</label><classAccesses><apexClass>ParcelController</apexClass><enabled>true</enabled></classAccesses>
     <customPermissions><enabled>true</enabled><name>SeeSecrets</name></customPermissions>
     <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Parcel__c</object></objectPermissions>
     <fieldPermissions><editable>false</editable><field>Parcel__c.Weight__c</field><readable>true</readable></fieldPermissions>
     <tabSettings><tab>Parcel__c</tab><visibility>Visible</visibility></tabSettings>`,
  );
}
