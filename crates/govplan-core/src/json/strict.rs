//! One wrapper round any deserializer: it knows the path, refuses unknown fields, duplicate keys and empty texts, and takes
//! `null` for a field without a value. The types of the model need no attribute of their own for any of this.

use super::error::{Fault, JsonError};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::{self, Write};

/// What to do with a field that the model does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Refuse it.
    Strict,
    /// Pass over it and remember it.
    Lenient,
}

/// A field that was passed over.
#[derive(Debug)]
pub(super) struct Unknown {
    pub(super) pointer: String,
    pub(super) name: String,
}

/// What happened on the way: shared by all the wrappers of one reading.
pub(super) struct Trace {
    mode: Mode,
    unknown: RefCell<Vec<Unknown>>,
    /// The first fault, and the pointer of the first error, which is the deepest: errors bubble up.
    fault: RefCell<Option<Fault>>,
    pointer: RefCell<Option<String>>,
}

impl Trace {
    pub(super) fn new(mode: Mode) -> Self {
        Self { mode, unknown: RefCell::default(), fault: RefCell::default(), pointer: RefCell::default() }
    }

    pub(super) fn into_unknown(self) -> Vec<Unknown> {
        self.unknown.into_inner()
    }

    pub(super) fn into_error(self, error: &serde_json::Error) -> JsonError {
        let (line, column) = (error.line(), error.column());
        let detail = || {
            // serde_json ends its message with the place, which the error carries by itself.
            let text = error.to_string();
            text.rsplit_once(" at line ").map_or(text.clone(), |(detail, _)| detail.to_owned())
        };
        let fault = self.fault.into_inner().unwrap_or_else(|| match error.classify() {
            serde_json::error::Category::Data => Fault::Value(detail()),
            _ => Fault::Syntax(detail()),
        });
        JsonError::at(self.pointer.into_inner(), line, column, fault)
    }

    fn fail<E: de::Error>(&self, path: &Path<'_>, fault: Fault) -> E {
        self.mark(path);
        self.fault.borrow_mut().get_or_insert(fault);
        E::custom("refused")
    }

    fn mark(&self, path: &Path<'_>) {
        self.pointer.borrow_mut().get_or_insert_with(|| path.pointer());
    }
}

/// Where the reading stands: a list from the innermost part outwards, on the stack.
#[derive(Clone, Copy)]
enum Path<'p> {
    Root,
    Field(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        match self {
            Path::Root => {}
            Path::Field(above, name) => {
                above.write(pointer);
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            Path::Index(above, index) => {
                above.write(pointer);
                // Writing to a string cannot fail.
                let _ = write!(pointer, "/{index}");
            }
        }
    }
}

/// A deserializer, visitor or seed, watched.
pub(super) struct Strict<'t, 'p, T> {
    inner: T,
    trace: &'t Trace,
    path: Path<'p>,
    /// Whether this is the value of a field, which may be `null`.
    is_field: bool,
}

impl<'t, T> Strict<'t, '_, T> {
    pub(super) fn new(inner: T, trace: &'t Trace) -> Self {
        Self { inner, trace, path: Path::Root, is_field: false }
    }
}

impl<'t, 'p, T> Strict<'t, 'p, T> {
    fn watch<V>(&self, visitor: V, expects: Expects) -> Watch<'t, 'p, V> {
        Watch { visitor, trace: self.trace, path: self.path, expects }
    }
}

/// What the type being read asks for.
#[derive(Clone, Copy)]
enum Expects {
    /// Anything: the value is not the model's own.
    Anything,
    /// A text, which must not be empty.
    Text,
    /// A list, object, or flag; `null` is an empty one.
    Sequence,
    Map,
    Flag,
    /// One of the model's objects, with its fields.
    Struct(&'static [&'static str]),
    Optional,
}

macro_rules! forward {
    ($($method:ident $expects:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            let watch = self.watch(visitor, Expects::$expects);
            self.inner.$method(watch)
        }
    )*};
}

/// Forwards a type for which `null` in a field is an empty value.
macro_rules! forward_nullable {
    ($($method:ident $expects:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            let watch = self.watch(visitor, Expects::$expects);
            if self.is_field { self.inner.deserialize_option(watch) } else { self.inner.$method(watch) }
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, '_, D> {
    type Error = D::Error;

    forward! {
        deserialize_any Anything deserialize_i8 Anything deserialize_i16 Anything deserialize_i32 Anything
        deserialize_i64 Anything deserialize_i128 Anything deserialize_u8 Anything deserialize_u16 Anything
        deserialize_u32 Anything deserialize_u64 Anything deserialize_u128 Anything deserialize_f32 Anything
        deserialize_f64 Anything deserialize_char Anything deserialize_bytes Anything deserialize_byte_buf Anything
        deserialize_unit Anything deserialize_identifier Anything deserialize_ignored_any Anything
        deserialize_str Text deserialize_string Text deserialize_option Optional
    }

    forward_nullable! { deserialize_seq Sequence deserialize_map Map deserialize_bool Flag }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let watch = self.watch(visitor, Expects::Struct(fields));
        if self.is_field {
            self.inner.deserialize_option(watch)
        } else {
            self.inner.deserialize_struct(name, fields, watch)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        let watch = self.watch(visitor, Expects::Optional);
        self.inner.deserialize_newtype_struct(name, watch)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, D::Error> {
        let watch = self.watch(visitor, Expects::Anything);
        self.inner.deserialize_tuple(length, watch)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let watch = self.watch(visitor, Expects::Anything);
        self.inner.deserialize_tuple_struct(name, length, watch)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_str(Word(visitor))
    }
}

/// The visitor of an enum: the model's enums are words, without the object that serde takes for one too.
struct Word<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Word<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<V::Value, E> {
        self.0.visit_enum(word.into_deserializer())
    }
}

/// A visitor, watched.
struct Watch<'t, 'p, V> {
    visitor: V,
    trace: &'t Trace,
    path: Path<'p>,
    expects: Expects,
}

impl<V> Watch<'_, '_, V> {
    fn refuse_empty<E: de::Error>(&self, text: &str) -> Result<(), E> {
        if text.is_empty() && matches!(self.expects, Expects::Text) {
            return Err(E::custom("empty text, expected some text or no field"));
        }
        Ok(())
    }
}

macro_rules! visit {
    ($($method:ident($type:ty))*) => {$(
        fn $method<E: de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.visitor.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Watch<'_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(formatter)
    }

    visit! {
        visit_bool(bool) visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_i128(i128) visit_u8(u8)
        visit_u16(u16) visit_u32(u32) visit_u64(u64) visit_u128(u128) visit_f32(f32) visit_f64(f64) visit_char(char)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<V::Value, E> {
        self.refuse_empty(text)?;
        self.visitor.visit_str(text)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.refuse_empty(text)?;
        self.visitor.visit_borrowed_str(text)
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<V::Value, E> {
        self.refuse_empty(&text)?;
        self.visitor.visit_string(text)
    }

    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        match self.expects {
            Expects::Anything | Expects::Text => self.visitor.visit_unit(),
            _ => self.visit_none(),
        }
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        match self.expects {
            Expects::Sequence => self.visitor.visit_seq(Nothing::new()),
            Expects::Map | Expects::Struct(_) => self.visitor.visit_map(Nothing::new()),
            Expects::Flag => self.visitor.visit_bool(false),
            Expects::Anything | Expects::Text | Expects::Optional => self.visitor.visit_none(),
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let Self { visitor, trace, path, expects } = self;
        let below = Strict { inner, trace, path, is_field: false };
        match expects {
            Expects::Sequence => below.deserialize_seq(visitor),
            Expects::Map => below.deserialize_map(visitor),
            Expects::Flag => below.deserialize_bool(visitor),
            Expects::Struct(fields) => below.deserialize_struct("", fields, visitor),
            Expects::Anything | Expects::Text | Expects::Optional => visitor.visit_some(below),
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let Self { visitor, trace, path, .. } = self;
        visitor.visit_newtype_struct(Strict { inner, trace, path, is_field: false })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        // An object written as a list has no field names that could be checked.
        if let Expects::Struct(_) = self.expects {
            return Err(de::Error::invalid_type(de::Unexpected::Seq, &self.visitor));
        }
        self.visitor.visit_seq(Items { inner, trace: self.trace, path: &self.path, index: 0 })
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let fields = match self.expects {
            Expects::Struct(fields) => Some(fields),
            _ => None,
        };
        let keys = Keys {
            trace: self.trace,
            path: &self.path,
            fields,
            seen_fields: 0,
            seen_others: BTreeSet::new(),
            last: Key::None,
        };
        self.visitor.visit_map(Entries { inner, keys })
    }
}

/// A list or object without anything in it.
struct Nothing<E>(std::marker::PhantomData<E>);

impl<E> Nothing<E> {
    fn new() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<'de, E: de::Error> SeqAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, _: T) -> Result<Option<T::Value>, E> {
        Ok(None)
    }
}

impl<'de, E: de::Error> MapAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, E> {
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, _: T) -> Result<T::Value, E> {
        Err(E::custom("no value"))
    }
}

/// The items of a list, watched.
struct Items<'t, 'p, A> {
    inner: A,
    trace: &'t Trace,
    path: &'p Path<'p>,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, '_, A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        let path = Path::Index(self.path, self.index);
        self.index += 1;
        let item = self.inner.next_element_seed(Seed { seed, trace: self.trace, path, is_field: false });
        item.inspect_err(|_| self.trace.mark(&path))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// The entries of an object, watched.
struct Entries<'t, 'p, A> {
    inner: A,
    keys: Keys<'t, 'p>,
}

/// The keys of an object as they come.
struct Keys<'t, 'p> {
    trace: &'t Trace,
    path: &'p Path<'p>,
    /// The fields of the model's object; none for a map with keys of its own.
    fields: Option<&'static [&'static str]>,
    seen_fields: u64,
    seen_others: BTreeSet<String>,
    last: Key,
}

/// The key that was read last.
enum Key {
    None,
    Field(&'static str),
    Other(String),
}

impl Keys<'_, '_> {
    /// Takes note of a key; refuses one that stands twice, and one that the model's object does not have.
    fn enter<E: de::Error>(&mut self, name: &str) -> Result<(), E> {
        let known = self.fields.and_then(|fields| fields.iter().enumerate().find(|(_, field)| **field == name));
        let is_new = match known {
            Some((index, field)) => {
                let bit = 1_u64.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0);
                let is_new = self.seen_fields & bit == 0;
                self.seen_fields |= bit;
                self.last = Key::Field(field);
                is_new
            }
            None => {
                self.last = Key::Other(name.to_owned());
                self.seen_others.insert(name.to_owned())
            }
        };
        if !is_new {
            return Err(self.trace.fail(&self.path(), Fault::DuplicateKey(name.to_owned())));
        }
        let (Some(fields), None) = (self.fields, known) else { return Ok(()) };
        if self.trace.mode == Mode::Strict {
            let fault = Fault::UnknownField { name: name.to_owned(), nearest: nearest(name, fields) };
            return Err(self.trace.fail(&self.path(), fault));
        }
        self.trace.unknown.borrow_mut().push(Unknown { pointer: self.path.pointer(), name: name.to_owned() });
        Ok(())
    }

    /// The path of the value whose key was read last.
    fn path(&self) -> Path<'_> {
        match &self.last {
            Key::None => *self.path,
            Key::Field(name) => Path::Field(self.path, name),
            Key::Other(name) => Path::Field(self.path, name),
        }
    }
}

/// The known field that is most like an unknown one, if any is like it at all.
fn nearest(name: &str, fields: &'static [&'static str]) -> Option<&'static str> {
    let scored = fields.iter().map(|field| (strsim::jaro_winkler(name, field), *field));
    let best = scored.fold((0.0, ""), |best, field| if field.0 > best.0 { field } else { best });
    Some(best.1).filter(|_| best.0 > 0.7)
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, '_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.keys.last = Key::None;
        let key = self.inner.next_key_seed(KeyReader { inner: seed, keys: &mut self.keys });
        key.inspect_err(|_| self.keys.trace.mark(&self.keys.path()))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        let path = self.keys.path();
        let is_field = matches!(self.keys.last, Key::Field(_));
        let value = self.inner.next_value_seed(Seed { seed, trace: self.keys.trace, path, is_field });
        value.inspect_err(|_| self.keys.trace.mark(&path))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// A seed, watched.
struct Seed<'t, 'p, T> {
    seed: T,
    trace: &'t Trace,
    path: Path<'p>,
    is_field: bool,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, '_, T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        self.seed.deserialize(Strict { inner, trace: self.trace, path: self.path, is_field: self.is_field })
    }
}

/// A key's seed, then its deserializer, then its visitor: each hands the key on, the visitor notes it.
struct KeyReader<'k, 't, 'p, T> {
    inner: T,
    keys: &'k mut Keys<'t, 'p>,
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for KeyReader<'_, '_, '_, T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<T::Value, D::Error> {
        self.inner.deserialize(KeyReader { inner, keys: self.keys })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for KeyReader<'_, '_, '_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_str(KeyReader { inner: visitor, keys: self.keys })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for KeyReader<'_, '_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(formatter)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<V::Value, E> {
        self.keys.enter(name)?;
        self.inner.visit_str(name)
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<V::Value, E> {
        self.keys.enter(name)?;
        self.inner.visit_borrowed_str(name)
    }

    fn visit_string<E: de::Error>(self, name: String) -> Result<V::Value, E> {
        self.keys.enter(&name)?;
        self.inner.visit_string(name)
    }
}
