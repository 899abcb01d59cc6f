//! The field table as JSON Schema, for completion and help in editors.

use super::shape::{ScalarShape, Shape};
use serde_json::{Map, Value, json};

/// JSON Schema (draft 2020-12) of a document of this shape.
///
/// Keys and aliases are both allowed, one of each pair at most; required ones by either name. Scalars that are
/// not choices allow what YAML makes of unquoted text (numbers, `true`), since Hallpress reads them as written.
pub fn schema(title: &str, shape: Shape) -> Value {
    let mut schema = of(shape, 0);
    if let Value::Object(map) = &mut schema {
        map.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        map.insert("title".into(), json!(title));
    }
    schema
}

fn of(shape: Shape, depth: usize) -> Value {
    // Shapes are at most six levels deep; the bound only guards against a record that holds itself.
    if depth > 16 {
        return json!(true);
    }
    match shape {
        Shape::Scalar(scalar) => of_scalar(&scalar),
        Shape::List(item) => json!({ "type": ["array", "null"], "items": of(item(), depth + 1) }),
        Shape::Record(fields) => {
            let mut properties = Map::new();
            let mut rules = Vec::new();
            for field in fields {
                let mut inner = of((field.shape)(), depth + 1);
                if let Value::Object(map) = &mut inner {
                    if !field.required {
                        allow_null(map);
                    }
                    map.insert("description".into(), json!(field.help));
                    if let Some(range) = field.range {
                        // Of numbers without quotes; as text they are left to Hallpress.
                        map.insert("minimum".into(), json!(range.least));
                        map.insert("maximum".into(), json!(range.most));
                    }
                }
                properties.insert(field.key.into(), inner.clone());
                properties.insert(field.alias.into(), inner);
                let [key, alias] = [json!([field.key]), json!([field.alias])];
                if field.required {
                    rules.push(json!({ "oneOf": [{ "required": key }, { "required": alias }] }));
                } else {
                    rules.push(json!({ "not": { "required": [field.key, field.alias] } }));
                }
            }
            json!({ "type": "object", "properties": properties, "additionalProperties": false, "allOf": rules })
        }
    }
}

fn of_scalar(scalar: &ScalarShape) -> Value {
    if scalar.choices.is_empty() {
        return json!({ "type": ["string", "number", "boolean"] });
    }
    json!({ "enum": scalar.choices.iter().flatten().collect::<Vec<_>>() })
}

fn allow_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.push(Value::Null);
        return;
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) if !types.contains(&json!("null")) => types.push(json!("null")),
        Some(only @ Value::String(_)) => *only = json!([only.clone(), "null"]),
        _ => {}
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
        let schema = schema("公告", RawNotice::shape());
        assert_eq!(schema["title"], "公告");
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["properties"]["标题"], schema["properties"]["title"]);
        assert_eq!(schema["allOf"][0], json!({ "oneOf": [{ "required": ["标题"] }, { "required": ["title"] }] }));
        let validity = schema["properties"]["效力状态"]["enum"].as_array().unwrap();
        assert!(validity.contains(&json!("有效")) && validity.contains(&Value::Null));
    }
}
