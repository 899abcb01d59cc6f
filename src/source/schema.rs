//! The field table as JSON Schema, for completion and help in editors.
//!
//! A schema refuses nothing that is read: it accepts what a schema cannot express (a day that does not exist, an id
//! nobody has), and `check` finds that.

use super::NumberRange;
use super::shape::{Field, ScalarForm, ScalarShape, Shape};
use serde_json::{Map, Value, json};

/// JSON Schema (draft 2020-12) of a document of this shape.
///
/// Keys and aliases are both allowed, one of each pair at most; required ones by either name. Texts may be what YAML makes
/// of them without quotes (numbers, `true`), since Hallpress reads them as written.
pub fn schema(title: &str, description: &str, shape: Shape) -> Value {
    let mut whole = Map::new();
    whole.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    whole.insert("title".into(), json!(title));
    whole.insert("description".into(), json!(description));
    if let Value::Object(inner) = of(shape, 0) {
        whole.extend(inner);
    }
    Value::Object(whole)
}

fn of(shape: Shape, depth: usize) -> Value {
    // Shapes are at most six levels deep; the bound only guards against a record that contains itself.
    if depth > 16 {
        return json!(true);
    }
    match shape {
        Shape::Scalar(scalar) => of_scalar(&scalar),
        Shape::List(item) => json!({ "type": "array", "items": of(item(), depth + 1) }),
        Shape::Record(fields) => of_record(fields, depth),
    }
}

fn of_record(fields: &[Field], depth: usize) -> Value {
    let mut properties = Map::new();
    let mut rules = Vec::new();
    for field in fields {
        let inner = of_field(field, depth);
        properties.insert(field.key.into(), inner.clone());
        properties.insert(field.alias.into(), inner);
        let [key, alias] = [json!([field.key]), json!([field.alias])];
        rules.push(match field.required {
            true => json!({ "oneOf": [{ "required": key }, { "required": alias }] }),
            false => json!({ "not": { "required": [field.key, field.alias] } }),
        });
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false, "allOf": rules })
}

fn of_field(field: &Field, depth: usize) -> Value {
    let mut inner = of((field.shape)(), depth + 1);
    let Value::Object(map) = &mut inner else { return inner };
    if !field.required {
        allow_none(map);
    }
    map.insert("title".into(), json!(field.key));
    let mut help = field.help.to_owned();
    if let Some(NumberRange { least, most, unit: [unit, _] }) = field.range {
        // Applies to numbers without quotes; as text they are left to Hallpress.
        map.insert("minimum".into(), json!(least));
        map.insert("maximum".into(), json!(most));
        help.push_str(&format!("（{least} 到 {most}，单位：{unit}）"));
    }
    map.insert("description".into(), json!(help));
    inner
}

fn of_scalar(scalar: &ScalarShape) -> Value {
    if !scalar.choices.is_empty() {
        return json!({ "enum": scalar.choices.iter().flatten().collect::<Vec<_>>() });
    }
    match scalar.form {
        ScalarForm::Text => json!({ "type": ["string", "number", "boolean"] }),
        ScalarForm::YesNo => json!({ "enum": ["是", "否", true, false, "true", "false"] }),
        ScalarForm::Whole => json!({ "type": ["integer", "string"], "pattern": "^[0-9]+$" }),
        ScalarForm::Decimal => json!({ "type": ["number", "string"], "pattern": r"^([0-9]+\.?[0-9]*|\.[0-9]+)$" }),
        ScalarForm::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
    }
}

/// A key that may be left out may also be written without a value.
fn allow_none(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.push(Value::Null);
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(only) => *only = json!([only.clone(), "null"]),
        None => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::content::notice::RawNotice;
    use crate::source::Shaped;

    #[test]
    fn a_record_allows_both_names() {
        let schema = schema("公告", "", RawNotice::shape());
        assert_eq!(schema["title"], "公告");
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["properties"]["标题"], schema["properties"]["title"]);
        assert_eq!(schema["allOf"][0], json!({ "oneOf": [{ "required": ["标题"] }, { "required": ["title"] }] }));
        let validity = schema["properties"]["效力状态"]["enum"].as_array().unwrap();
        assert!(validity.contains(&json!("有效")) && validity.contains(&Value::Null));
    }
}
