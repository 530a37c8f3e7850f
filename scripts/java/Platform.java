import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.bcl.ExceptionMethods;
import apex.jorje.semantic.common.TestSObjectTypeInfos;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.SymbolProvider;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.MultipleFieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldInfo;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectMetadata.CustomEntitySObjectType;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.semantic.symbol.type.common.BiPredicates;
import java.lang.reflect.Field;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** Answers what the compiler asks of an org: platform classes, objects, labels. */
final class Platform implements SymbolProvider {
    /** What every exception class written in Apex inherits; the stubs do not hold it. */
    private static final TypeInfo BASE_EXCEPTION = StandardTypeInfoImpl.builder()
            .setApexBytecodeName("System/ApexBaseException").setParents(TypeInfos.EXCEPTION)
            .setMethods(ExceptionMethods.methodsWithConstructors()).setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
            .buildResolved();

    private final Plan plan;
    private final Stubs stubs;
    private final StandardObjects standardObjects;
    private final Map<String, TypeInfo> types = new HashMap<>();
    private final Map<String, TypeInfo> objects = new HashMap<>();
    /** The compiler hands it over with its first question, which is before it asks for any object. */
    private SymbolResolver resolver;

    Platform(Plan plan, Stubs stubs, StandardObjects standardObjects) {
        this.plan = plan;
        this.stubs = stubs;
        this.standardObjects = standardObjects;
    }

    @Override
    public TypeInfo find(SymbolResolver resolver, TypeInfo from, String name) {
        this.resolver = resolver;
        // If there is no such class, the compiler handles labels itself and asks hasLabelField.
        if (name.equals("system/label")) return null;
        if (name.equals("system/apexbaseexception")) return BASE_EXCEPTION;
        if (types.containsKey(name)) return types.get(name);
        int inner = name.indexOf('$');
        String stub = stubs.find(inner < 0 ? name : name.substring(0, inner));
        if (stub == null) return null;
        types.put(name, null);
        TypeInfo type = resolver.get(name);
        types.put(name, type == null ? attach(resolver, stub, name) : type);
        return types.get(name);
    }

    private TypeInfo attach(SymbolResolver resolver, String stub, String name) {
        String body = stubs.read(stub);
        SourceFile source = SourceFile.builder().setKnownName(stubs.knownName(stub))
                .setBody(stub.equals("Schema/SObjectType.cls") ? withTokens(body) : body)
                .setNamespace(Namespaces.create(stub.substring(0, stub.indexOf('/')))).setTrusted(true).setFileBased(true)
                .build();
        return resolver.getCompilerService().attachSource(resolver, source, name);
    }

    /** `Schema.SObjectType.Account` for every object that the sources name so. */
    private String withTokens(String body) {
        StringBuilder members = new StringBuilder();
        for (String name : plan.tokens) {
            if (getSObjectType(null, name) == null) continue;
            members.append("global static Schema.DescribeSObjectResult ").append(name).append(";\n");
        }
        int end = body.lastIndexOf('}');
        return body.substring(0, end) + members + body.substring(end);
    }

    @Override
    public TypeInfo getSObjectType(TypeInfo from, String name) {
        String key = plan.plain(name);
        if (plan.object(key) == null && standardObjects.find(key) == null) return null;
        TypeInfo known = objects.get(key);
        if (known != null) return known;
        objects.put(key, object(key));
        return objects.get(key);
    }

    private TypeInfo object(String key) {
        Plan.Shape own = plan.object(key);
        String standard = standardObjects.find(key);
        Plan.Shape shape = own == null ? new Plan.Shape(standard) : own;
        return SObjectTypeInfo.builder().setApexBytecodeName(standard == null ? shape.name : standard)
                .setMetadata(metadata(shape.kind))
                .setFields(Initializers.memoize(self -> fields((TypeInfo) self, shape, standard))).buildResolved();
    }

    private static SObjectMetadata metadata(String kind) {
        boolean isType = kind.equals("metadata");
        CustomEntitySObjectType entity = isType ? CustomEntitySObjectType.CUSTOM_METADATA_TYPE
                : kind.equals("setting") ? CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING
                : CustomEntitySObjectType.OTHER;
        return SObjectMetadata.builder().setTriggerable(true).setEditable(!isType)
                .setPlatformEvent(kind.equals("event")).setCustomEntitySObjectType(entity)
                .setLookupFieldPredicate(BiPredicates.alwaysTrue())
                .setSupportedDml(isType ? DmlOperation.EMPTY : EnumSet.allOf(DmlOperation.class)).build();
    }

    private FieldTable fields(TypeInfo owner, Plan.Shape own, String standard) {
        FieldTable table = new MultipleFieldTable();
        addToken(table, owner, "SObjectType", "schema/sobjecttype");
        if (standard != null) addStandard(table, owner, standard);
        own.fields.forEach((name, type) -> addColumn(table, owner, name, type));
        own.parents.forEach((name, target) -> addRelation(table, owner, name, target, false));
        own.children.forEach((name, target) -> addRelation(table, owner, name, target, true));
        return table.resolve();
    }

    private void addStandard(FieldTable table, TypeInfo owner, String standard) {
        for (Field field : standardObjects.fields(standard)) {
            String type = StandardObjects.element(field).getSimpleName();
            if (StandardObjects.isInternal(field)) continue;
            if (StandardObjects.isRelationship(field)) {
                addRelation(table, owner, field.getName(), type, field.getType().isArray());
            } else {
                addColumn(table, owner, field.getName(), type);
            }
        }
    }

    private void addRelation(FieldTable table, TypeInfo owner, String name, String target, boolean isList) {
        TypeInfo type = getSObjectType(owner, target);
        if (type == null) return;
        if (isList) {
            add(table, owner, name, GenericTypeInfoFactory.createList(type), SObjectFieldInfo.Category.AGGREGATE);
        } else {
            add(table, owner, name, type, SObjectFieldInfo.Category.FOREIGN_KEY);
        }
    }

    private void addColumn(FieldTable table, TypeInfo owner, String name, String type) {
        add(table, owner, name, scalar(type), SObjectFieldInfo.Category.REGULAR);
        addToken(table, owner, name, "schema/sobjectfield");
    }

    /** `Account.Name` and `Account.SObjectType`: static, beside the field of the same name. */
    private void addToken(FieldTable table, TypeInfo owner, String name, String type) {
        table.add(StandardFieldInfo.builder().setName(name).setModifiers(ModifierGroups.GLOBAL_STATIC)
                .setDefiningType(owner).setType(find(resolver, owner, type)).build());
    }

    private static void add(FieldTable table, TypeInfo owner, String name, TypeInfo type,
            SObjectFieldInfo.Category category) {
        table.add(SObjectFieldInfo.builder().setCategory(category)
                .setColumnInfo(category == SObjectFieldInfo.Category.REGULAR).setName(name)
                .setModifiers(ModifierGroups.ONLY_GLOBAL).setDefiningType(owner).setType(type).build());
    }

    private static TypeInfo scalar(String type) {
        switch (type) {
            case "Id": return TypeInfos.ID;
            case "Boolean": return TypeInfos.BOOLEAN;
            case "Integer": return TypeInfos.INTEGER;
            case "Long": return TypeInfos.LONG;
            case "Double": return TypeInfos.DOUBLE;
            case "Decimal": return TypeInfos.DECIMAL;
            case "Date": return TypeInfos.DATE;
            case "Datetime": return TypeInfos.DATE_TIME;
            case "Time": return TypeInfos.TIME;
            case "Blob": return TypeInfos.BLOB;
            case "String": return TypeInfos.STRING;
            default: return TypeInfos.OBJECT;
        }
    }

    @Override
    public boolean hasLabelField(TypeInfo from, Namespace namespace, String name) {
        return plan.labels.contains(Plan.lower(name));
    }

    @Override
    public TypeInfo getAggregateResultType(TypeInfo from) {
        return TestSObjectTypeInfos.AGGREGATE_RESULT;
    }

    @Override
    public TypeInfo getVfComponentType(SymbolResolver resolver, TypeInfo from, Namespace namespace, String name) {
        return null;
    }

    @Override
    public TypeInfo getFlowInterviewType(SymbolResolver resolver, TypeInfo from, Namespace namespace, String name) {
        return null;
    }

    @Override
    public String getPageReference(TypeInfo from, String name) {
        return null;
    }

    @Override
    public String getQuickAction(TypeInfo from, String object, String name) {
        return null;
    }

    @Override
    public boolean isDynamicTypeNamespace(String name) {
        return false;
    }

    @Override
    public boolean isDynamicTypeNamespace(String namespace, String name) {
        return false;
    }
}
