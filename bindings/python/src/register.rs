//! A register of organs as Python sees it.

use crate::error::register_error;
use crate::hint::Dictionary;
use crate::text::TextOrBytes;
use crate::value::{Pickled, dictionary, hash, html, pickled, value, word};
use chrono::NaiveDate;
use govplan::{RegisterIndex, ResolveContext};
use pyo3::prelude::*;
use pyo3::types::PyType;
use self_cell::self_cell;

self_cell! {
    struct Indexed {
        owner: govplan::Register,
        #[covariant]
        dependent: RegisterIndex,
    }
}

value! {
    /// An organ that a name may mean.
    Suggestion {
        /// Key of the organ in the register.
        id: String,
        /// Its name that comes nearest.
        name: String,
        /// How alike the two names are, from 0 to 1.
        score: f64,
        /// Whether the name holds on the day that was asked for.
        is_valid: bool,
    }, shown |organ| format!("<Suggestion {} {}>", organ.id, organ.name);
}

value! {
    /// The organ of a name, or none and what comes near.
    Resolution {
        /// Key of the organ in the register; absent where the name is that of none, or of several.
        id: Option<String>,
        /// Its name in the register that fits.
        name: Option<String>,
        /// How it was found: ``exact``, ``alias``, ``abbreviation`` or ``restored_prefix``.
        by: Option<String>,
        /// Organs that may be meant, the likeliest first.
        suggestions: Vec<Suggestion>,
    }, shown |found| format!("<Resolution {}>", found.id.as_deref().unwrap_or("open"));
}

/// A register of organs: which there are and were, under which names, and what they belong to.
#[pyclass(frozen, eq, module = "govplan")]
pub struct Register(Indexed);

impl PartialEq for Register {
    fn eq(&self, other: &Self) -> bool {
        self.0.borrow_owner() == other.0.borrow_owner()
    }
}

impl Register {
    /// The register by its names.
    pub fn index(&self) -> &RegisterIndex<'_> {
        self.0.borrow_dependent()
    }
}

#[pymethods]
impl Register {
    /// Read a register from JSON, as strictly as a plan is read.
    ///
    /// Raises
    /// ------
    /// RegisterError
    ///     What is no JSON or has an unknown field, and everything that cannot be: ids that stand twice, dates that run backwards, …
    ///
    /// Examples
    /// --------
    /// >>> register = govplan.Register.from_json('''{"govplan": "1.0", "organs": [
    /// ...     {"id": "czj", "names": [{"name": "兖州区财政局"}]}]}''')
    /// >>> register.resolve("财政局", issuers=["济宁市兖州区人民政府"]).id
    /// 'czj'
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, py: Python<'_>, json: TextOrBytes) -> PyResult<Self> {
        let register = py.detach(|| govplan::Register::from_json(json.bytes()));
        register
            .map(|register| Self(Indexed::new(register, govplan::Register::index)))
            .map_err(|error| register_error(py, &error))
    }

    /// The organ of a name: exactly, by another name, by a short form, or with the place of the issuer put before it. Never one that
    /// is merely like it.
    ///
    /// Parameters
    /// ----------
    /// name : str
    ///     The name as printed.
    /// issuers : list of str, optional
    ///     Organs that issued the document that prints it.
    /// on : datetime.date, optional
    ///     Day on which it was printed; without it names of all times count.
    #[pyo3(signature = (name, *, issuers=None, on=None))]
    fn resolve(&self, name: &str, issuers: Option<Vec<String>>, on: Option<NaiveDate>) -> Resolution {
        let issuers = issuers.unwrap_or_default();
        match self.index().resolve(name, &ResolveContext { issuers: &issuers, on }) {
            govplan::Resolution::Found { organ, by, name } => Resolution {
                id: Some(organ.id.to_string()),
                name: Some(name.to_owned()),
                by: Some(word(&by)),
                suggestions: Vec::new(),
            },
            govplan::Resolution::Open { suggestions } => {
                let suggestions = suggestions.into_iter().map(|suggestion| Suggestion {
                    id: suggestion.organ.id.to_string(),
                    name: suggestion.name.to_owned(),
                    score: suggestion.score,
                    is_valid: suggestion.is_valid,
                });
                Resolution { id: None, name: None, by: None, suggestions: suggestions.collect() }
            }
        }
    }

    /// The register as canonical JSON.
    fn to_json(&self) -> String {
        self.0.borrow_owner().to_json()
    }

    /// The register as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Dictionary<'py>> {
        dictionary(py, &self.to_json())
    }

    fn __len__(&self) -> usize {
        self.0.borrow_owner().organs.len()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Pickled<'py>> {
        pickled(slf.as_any(), "from_json", slf.get().to_json())
    }

    fn __hash__(&self) -> u64 {
        hash(&self.to_json())
    }

    fn __repr__(&self) -> String {
        format!("<Register: {} organs>", self.__len__())
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        html(slf.as_any(), slf.get().to_dict(slf.py())?)
    }
}
